//! Parquet files in date partitions, `date=2021-07-08/part-20210708T090000Z.parquet`: a file for each window and
//! date, so that a file is either complete or not there.
//!
//! The state file records each of them. Before those of a window are moved to their places it records what is about to
//! be moved: a later run removes a file that is not recorded as complete only if it is one of those, byte for byte.

mod cells;
mod part;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use mor_endpoints::call::Cdr;

use parquet::file::reader::{FileReader as _, SerializedFileReader};

use self::part::Part;
use crate::checksum::Checksum;
use crate::sink::Sink;
use crate::state::{State, Written};
use crate::{ExportError, disk, lock};

/// How many calls are held in memory, over all dates of the window; then the date with the most of them gets a row
/// group. Few in tests, so that files have several groups.
const BUFFERED: usize = if cfg!(test) { 40 } else { 64 << 10 };

/// Where files are until they are complete. Readers of such folders skip names that start with a dot.
const PARTIAL: &str = ".partial";

pub(crate) struct Partitions {
    folder: PathBuf,
    /// Name of the files of the current window.
    name: String,
    parts: BTreeMap<Date, Part>,
    buffered: usize,
    /// Files of the current window that are complete, and where they go.
    complete: Vec<(PathBuf, String)>,
    /// Locked as long as the export runs, where a folder can be.
    _lock: Option<File>,
}

impl Partitions {
    /// Opens the folder and compares its files with what the state file records. What an earlier run published and
    /// did not record is removed.
    pub(crate) fn open(folder: &Path, written: &mut Written) -> Result<Self, ExportError> {
        let lock = File::open(folder).ok();
        if let Some(lock) = &lock {
            lock::exclusive(lock, folder)?;
        }
        for (name, recorded) in &written.parts {
            verify(&folder.join(name), recorded)?;
        }
        let mut remains = Vec::new();
        for (name, recorded) in &written.publishing {
            let path = folder.join(name);
            if path.exists() {
                verify(&path, recorded)?;
                remains.push(path);
            }
        }
        remains.iter().try_for_each(|path| disk::remove(path))?;
        written.publishing.clear();
        let (parts, complete) = (BTreeMap::new(), Vec::new());
        let (folder, name) = (folder.to_owned(), String::new());
        let mut this = Self { folder, name, parts, buffered: 0, complete, _lock: lock };
        this.rewind()?;
        Ok(this)
    }

    /// The partitions in a folder.
    pub(crate) fn existing(folder: &Path) -> Result<Vec<PathBuf>, ExportError> {
        let is_partition = |path: &PathBuf| {
            path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("date="))
        };
        Ok(disk::list(folder)?.into_iter().filter(is_partition).collect())
    }

    fn flush_fullest(&mut self) -> Result<(), ExportError> {
        if let Some(part) = self.parts.values_mut().max_by_key(|part| part.buffered()) {
            self.buffered -= part.buffered();
            part.flush()?;
        }
        Ok(())
    }
}

impl Sink for Partitions {
    fn begin(&mut self, window: i64) -> Result<(), ExportError> {
        self.name = file_name(window);
        Ok(())
    }

    fn write(&mut self, call: &Cdr) -> Result<(), ExportError> {
        let date = call.started_at.date();
        let part = match self.parts.entry(date) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                let path = self.folder.join(PARTIAL).join(format!("{date}.parquet"));
                entry.insert(Part::create(path)?)
            }
        };
        part.push(call)?;
        self.buffered += 1;
        if self.buffered < BUFFERED { Ok(()) } else { self.flush_fullest() }
    }

    fn prepare(&mut self, written: &mut Written) -> Result<bool, ExportError> {
        self.buffered = 0;
        for (date, part) in core::mem::take(&mut self.parts) {
            let name = format!("date={date}/{}", self.name);
            let place = self.folder.join(&name);
            if place.exists() {
                return Err(ExportError::changed(&place, "this export has not written it"));
            }
            let (path, checksum) = part.finish()?;
            self.complete.push((path, name.clone()));
            written.publishing.insert(name, checksum);
        }
        Ok(!written.publishing.is_empty())
    }

    fn publish(&mut self, written: &mut Written) -> Result<(), ExportError> {
        for (path, name) in core::mem::take(&mut self.complete) {
            disk::publish(&path, &self.folder.join(name))?;
        }
        // The next window makes it again.
        let _ = std::fs::remove_dir(self.folder.join(PARTIAL));
        written.parts.append(&mut written.publishing);
        Ok(())
    }

    fn rewind(&mut self) -> Result<(), ExportError> {
        self.parts.clear();
        self.complete.clear();
        self.buffered = 0;
        disk::remove(&self.folder.join(PARTIAL))
    }

    fn close(&mut self) {}
}

/// Refuses a file that is not what was written.
fn verify(path: &Path, recorded: &Checksum) -> Result<(), ExportError> {
    let found = match Checksum::of_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(ExportError::changed(path, "it is gone"));
        }
        found => found.map_err(ExportError::file(path))?,
    };
    if found == *recorded {
        return Ok(());
    }
    let problem = if found.bytes == recorded.bytes {
        format!("its {} bytes are not those that were written", found.bytes)
    } else {
        format!("it has {} bytes, but {} were written", found.bytes, recorded.bytes)
    };
    Err(ExportError::changed(path, problem))
}

/// Records the files of an export whose state is of version 1, if they have as many calls as it says.
pub(crate) fn upgrade(state: &mut State, folder: &Path) -> Result<(), ExportError> {
    let unfinished = file_name(state.complete_to);
    let mut rows = 0;
    for partition in Partitions::existing(folder)? {
        for path in disk::list(&partition)? {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if name == unfinished {
                let problem = "an earlier version of this program may have left it unfinished; if it is not \
                               yours, delete it";
                return Err(ExportError::changed(&path, problem));
            }
            if !(name.starts_with("part-") && name.ends_with(".parquet")) {
                continue;
            }
            let file = File::open(&path).map_err(ExportError::file(&path))?;
            let footer = SerializedFileReader::new(file)
                .map_err(|error| ExportError::changed(&path, format!("it is not a Parquet file: {error}")))?;
            rows += u64::try_from(footer.metadata().file_metadata().num_rows()).unwrap_or_default();
            let partition = partition.file_name().unwrap_or_default().to_string_lossy();
            let checksum = Checksum::of_file(&path).map_err(ExportError::file(&path))?;
            state.written.parts.insert(format!("{partition}/{name}"), checksum);
        }
    }
    if rows != state.rows {
        let problem = format!("its files have {rows} calls, but {} were written", state.rows);
        return Err(ExportError::changed(folder, problem));
    }
    Ok(())
}

fn file_name(window: i64) -> String {
    let start = Timestamp::from_second(window).unwrap_or_default();
    format!("part-{}.parquet", start.strftime("%Y%m%dT%H%M%SZ"))
}
