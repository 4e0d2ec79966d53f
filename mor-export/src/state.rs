//! The state file: how far an export is, and what of its files counts.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{ExportError, Format, disk};

const VERSION: u32 = 1;

/// What the state file holds. Windows are exported one after the other, so a time says which are complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct State {
    version: u32,
    format: Format,
    from: i64,
    /// Everything before this time, in Unix seconds, is exported.
    pub(crate) complete_to: i64,
    /// How much of the file counts; nothing for Parquet, where complete files do.
    pub(crate) bytes: u64,
    /// Calls in all windows.
    pub(crate) rows: u64,
    /// Where and by what parameters the calls are selected.
    selection: Vec<(String, String)>,
}

/// A state file that this export writes.
pub(crate) struct StateFile {
    path: PathBuf,
    saved: Option<State>,
}

impl State {
    pub(crate) fn new(format: Format, from: Timestamp, selection: Vec<(String, String)>) -> Self {
        let from = from.as_second();
        Self { version: VERSION, format, from, complete_to: from, bytes: 0, rows: 0, selection }
    }

    /// Why this state is not one of the export that would start with `fresh`.
    fn difference(&self, fresh: &Self) -> Option<String> {
        let what = if self.version != fresh.version {
            "by another version of this program"
        } else if self.format != fresh.format {
            "in another format"
        } else if self.from != fresh.from {
            "from another time on"
        } else if self.selection != fresh.selection {
            "of another server or selection of calls"
        } else {
            return None;
        };
        Some(format!("it belongs to an export {what}"))
    }
}

impl StateFile {
    /// The state of an export that was begun; `None` for one that was not.
    pub(crate) fn open(path: &Path, fresh: &State) -> Result<(Self, Option<State>), ExportError> {
        let saved = read(path)?;
        if let Some(problem) = saved.as_ref().and_then(|saved| saved.difference(fresh)) {
            return Err(ExportError::state(path, problem));
        }
        Ok((Self { path: path.to_owned(), saved: saved.clone() }, saved))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Commits. Two exports that share a state file would spoil each other's files: the slower one stops here.
    pub(crate) fn save(&mut self, state: &State) -> Result<(), ExportError> {
        if read(&self.path)? != self.saved {
            return Err(ExportError::state(&self.path, "another export has changed it meanwhile"));
        }
        let mut text = serde_json::to_vec_pretty(state)
            .map_err(|error| ExportError::state(&self.path, error.to_string()))?;
        text.push(b'\n');
        disk::replace(&self.path, &text)?;
        self.saved = Some(state.clone());
        Ok(())
    }
}

fn read(path: &Path) -> Result<Option<State>, ExportError> {
    match std::fs::read(path) {
        Ok(text) => serde_json::from_slice(&text)
            .map(Some)
            .map_err(|error| ExportError::state(path, format!("it is no state of an export: {error}"))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ExportError::file(path)(error)),
    }
}
