//! The state file: how far an export is, and what of its files counts.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::checksum::Checksum;
use crate::{ExportError, Format, disk};

const VERSION: u32 = 2;

/// What the state file holds. Windows are exported one after the other, so a time says which are complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct State {
    version: u32,
    pub(crate) format: Format,
    from: i64,
    /// Everything before this time, in Unix seconds, is exported.
    pub(crate) complete_to: i64,
    /// Calls in all windows.
    pub(crate) rows: u64,
    /// Where and by what parameters the calls are selected.
    selection: Vec<(String, String)>,
    /// What of the output counts.
    pub(crate) written: Written,
    /// How many bytes of the file count, in a state of version 1, which has no checksums.
    #[serde(skip)]
    pub(crate) unverified: Option<u64>,
}

/// What an export wrote: the bytes of its file, or the files in its folder by their paths in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Written {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) file: Option<Checksum>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) parts: Parts,
    /// Files of the window that is being published: if this is not empty, some of them may be in the folder.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) publishing: Parts,
}

pub(crate) type Parts = BTreeMap<String, Checksum>;

/// A state as version 1 wrote it.
#[derive(Deserialize)]
struct Version1 {
    format: Format,
    from: i64,
    complete_to: i64,
    bytes: u64,
    rows: u64,
    selection: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

/// A state file that this export writes.
pub(crate) struct StateFile {
    path: PathBuf,
    saved: Option<State>,
}

impl State {
    pub(crate) fn new(format: Format, from: Timestamp, selection: Vec<(String, String)>) -> Self {
        let (from, written) = (from.as_second(), Written::default());
        Self {
            version: VERSION,
            format,
            from,
            complete_to: from,
            rows: 0,
            selection,
            written,
            unverified: None,
        }
    }

    /// Why this state is not one of the export that would start with `fresh`.
    fn difference(&self, fresh: &Self) -> Option<String> {
        let what = if self.format != fresh.format {
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

impl From<Version1> for State {
    fn from(old: Version1) -> Self {
        Self {
            version: VERSION,
            format: old.format,
            from: old.from,
            complete_to: old.complete_to,
            rows: old.rows,
            selection: old.selection,
            written: Written::default(),
            unverified: Some(old.bytes),
        }
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

    /// Two exports that share a state file would spoil each other's files: the slower one stops here.
    pub(crate) fn refuse_if_changed(&self) -> Result<(), ExportError> {
        if read(&self.path)? == self.saved {
            return Ok(());
        }
        Err(ExportError::state(&self.path, "another export has changed it meanwhile"))
    }

    /// Records a state, so that it counts.
    pub(crate) fn save(&mut self, state: &State) -> Result<(), ExportError> {
        self.refuse_if_changed()?;
        let mut text = serde_json::to_vec_pretty(state)
            .map_err(|error| ExportError::state(&self.path, error.to_string()))?;
        text.push(b'\n');
        disk::replace(&self.path, &text)?;
        self.saved = Some(state.clone());
        Ok(())
    }
}

fn read(path: &Path) -> Result<Option<State>, ExportError> {
    let meta = match std::fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        meta => meta.map_err(ExportError::file(path))?,
    };
    // A device may never end.
    if !meta.is_file() {
        return Err(ExportError::state(path, "it is not a file"));
    }
    let text = std::fs::read(path).map_err(ExportError::file(path))?;
    parse(&text).map(Some).map_err(|problem| ExportError::state(path, problem))
}

fn parse(text: &[u8]) -> Result<State, String> {
    let damaged = |error| format!("it is not the state of an export: {error}");
    let Versioned { version } = serde_json::from_slice(text).map_err(damaged)?;
    match version {
        1 => serde_json::from_slice::<Version1>(text).map(State::from).map_err(damaged),
        VERSION => serde_json::from_slice(text).map_err(damaged),
        _ => Err(format!("it was written by a newer version of this program (state version {version})")),
    }
}
