//! Parquet files in date partitions, `date=2021-07-08/part-20210708T090000Z.parquet`: a file for each window and
//! date, so that a file is either complete or not there.

mod cells;
mod part;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use mor_endpoints::call::Call;

use self::part::Part;
use crate::sink::Sink;
use crate::{ExportError, disk};

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
}

impl Partitions {
    /// Opens the folder, and removes what a broken run has left of the window with this start.
    pub(crate) fn open(folder: &Path, window: i64) -> Result<Self, ExportError> {
        let parts = BTreeMap::new();
        let mut this = Self { folder: folder.to_owned(), name: file_name(window), parts, buffered: 0 };
        this.rewind(0)?;
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

    fn write(&mut self, call: &Call) -> Result<(), ExportError> {
        let date = call.started_at.date();
        let part = match self.parts.entry(date) {
            std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::btree_map::Entry::Vacant(entry) => {
                let path = self.folder.join(PARTIAL).join(format!("{date}.parquet"));
                entry.insert(Part::create(path)?)
            }
        };
        part.push(call)?;
        self.buffered += 1;
        if self.buffered < BUFFERED { Ok(()) } else { self.flush_fullest() }
    }

    fn finish(&mut self) -> Result<u64, ExportError> {
        let mut complete = Vec::new();
        for (date, part) in core::mem::take(&mut self.parts) {
            complete.push((date, part.finish()?));
        }
        self.buffered = 0;
        for (date, path) in complete {
            disk::publish(&path, &self.folder.join(format!("date={date}")).join(&self.name))?;
        }
        // Not for the data's sake; the next window makes it again.
        let _ = std::fs::remove_dir(self.folder.join(PARTIAL));
        Ok(0)
    }

    fn rewind(&mut self, _: u64) -> Result<(), ExportError> {
        self.parts.clear();
        self.buffered = 0;
        disk::remove(&self.folder.join(PARTIAL))?;
        for partition in Self::existing(&self.folder)? {
            let file = partition.join(&self.name);
            if file.exists() {
                disk::remove(&file)?;
            }
        }
        Ok(())
    }
}

fn file_name(window: i64) -> String {
    let start = Timestamp::from_second(window).unwrap_or_default();
    format!("part-{}.parquet", start.strftime("%Y%m%dT%H%M%SZ"))
}
