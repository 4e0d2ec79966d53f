//! One growing file of lines, CSV or JSON, that is only ever appended to.
//!
//! The calls of a window are collected in a second file, `calls.csv.window`. When they are complete and on the disk,
//! they are copied to the end of the output. A run that is killed while it copies leaves a tail that the state file
//! does not record; the next run cuts it off only if it is, byte for byte, the beginning of the window file. Any other
//! tail is the user's, and the export is refused.

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use mor_endpoints::call::Cdr;

use crate::checksum::{Checksum, Tally};
use crate::sink::Sink;
use crate::state::Written;
use crate::text::Lines;
use crate::{ExportError, disk, lock};

/// How much is collected before it is written.
const BUFFER: usize = 256 << 10;

type Result<T> = core::result::Result<T, ExportError>;

pub(crate) struct LinesFile {
    lines: Lines,
    path: PathBuf,
    file: File,
    /// What the state file records of the output.
    committed: Tally,
    window_path: PathBuf,
    window: BufWriter<File>,
    /// The output as it will be with the calls of the window.
    next: Tally,
    line: Vec<u8>,
    /// Whether the output may have a tail, for which the window file is needed.
    copying: bool,
}

impl LinesFile {
    /// Opens the output of an export, and compares it with what the state file records.
    pub(crate) fn open(path: &Path, lines: Lines, recorded: Option<&Checksum>) -> Result<Self> {
        disk::step(path)?;
        let mut file = open(path, recorded.is_none())?;
        lock::exclusive(&file, path)?;
        let committed = verify(&mut file, path, recorded)?;
        let window_path = window_path(path);
        cut_remains(&mut file, path, committed.bytes(), &window_path)?;
        disk::step(&window_path)?;
        let window = File::create(&window_path).map_err(ExportError::file(&window_path))?;
        disk::sync_names(&window_path)?;
        let window = BufWriter::with_capacity(BUFFER, window);
        let (next, path) = (committed.clone(), path.to_owned());
        let line = Vec::new();
        Ok(Self { lines, path, file, committed, window_path, window, next, line, copying: false })
    }

    fn write_line(&mut self) -> Result<()> {
        self.next.add(&self.line);
        self.window.write_all(&self.line).map_err(ExportError::file(&self.window_path))
    }

    /// Empties the window file.
    fn restart(&mut self) -> Result<()> {
        disk::step(&self.window_path)?;
        let mut emptied = || -> io::Result<()> {
            self.window.flush()?;
            self.window.get_ref().set_len(0)?;
            self.window.rewind()
        };
        emptied().map_err(ExportError::file(&self.window_path))?;
        self.next = self.committed.clone();
        Ok(())
    }

    /// The output must still be the file at its path: calls that are written to another one would be lost.
    fn refuse_if_moved(&self) -> Result<()> {
        let here = self.file.metadata().map_err(ExportError::file(&self.path))?;
        match std::fs::metadata(&self.path) {
            Ok(there) if disk::is_same_file(&here, &there) => Ok(()),
            Ok(_) => Err(ExportError::changed(&self.path, "it was replaced while the export ran")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(ExportError::changed(&self.path, "it was removed while the export ran"))
            }
            Err(error) => Err(ExportError::file(&self.path)(error)),
        }
    }

    fn copy_window(&mut self) -> io::Result<u64> {
        self.file.seek(SeekFrom::Start(self.committed.bytes()))?;
        let mut window = File::open(&self.window_path)?;
        let copied = io::copy(&mut window, &mut self.file)?;
        self.file.sync_data()?;
        Ok(copied)
    }
}

impl Sink for LinesFile {
    fn begin(&mut self, _: i64) -> Result<()> {
        self.copying = false;
        self.restart()?;
        if self.committed.bytes() == 0 {
            self.line.clear();
            self.lines.header(&mut self.line);
            self.write_line()?;
        }
        Ok(())
    }

    fn write(&mut self, call: &Cdr) -> Result<()> {
        disk::step(&self.window_path)?;
        self.line.clear();
        self.lines.call(call, &mut self.line);
        self.write_line()
    }

    fn prepare(&mut self, _: &mut Written) -> Result<bool> {
        disk::step(&self.window_path)?;
        let flushed = self.window.flush().and_then(|()| self.window.get_ref().sync_data());
        flushed.map_err(ExportError::file(&self.window_path))?;
        Ok(false)
    }

    fn publish(&mut self, written: &mut Written) -> Result<()> {
        self.refuse_if_moved()?;
        let length = self.file.metadata().map_err(ExportError::file(&self.path))?.len();
        if length != self.committed.bytes() {
            return Err(changed_length(&self.path, length, self.committed.bytes()));
        }
        self.copying = true;
        disk::step(&self.path)?;
        let copied = self.copy_window().map_err(ExportError::file(&self.path))?;
        // Stopped here, a test sees a tail.
        disk::step(&self.path)?;
        if self.committed.bytes() + copied != self.next.bytes() {
            let problem = "it was changed while the export ran";
            return Err(ExportError::state(&self.window_path, problem));
        }
        // Nothing is recorded as written that went to a file without a name.
        self.refuse_if_moved()?;
        self.committed = self.next.clone();
        written.file = Some(self.committed.checksum());
        Ok(())
    }

    fn rewind(&mut self) -> Result<()> {
        self.restart()
    }

    fn close(&mut self) {
        self.copying = false;
    }
}

/// Whatever ended the run, a window file without a tail in the output serves no one.
impl Drop for LinesFile {
    fn drop(&mut self) {
        if !self.copying {
            let _ = std::fs::remove_file(&self.window_path);
        }
    }
}

/// `calls.csv.window` for `calls.csv`.
pub(crate) fn window_path(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".window");
    path.with_file_name(name)
}

fn open(path: &Path, may_create: bool) -> Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && may_create => {
            // Of two exports that start at the same time, one creates the file.
            let file = options.create_new(true).open(path).map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists if disk::is_link_to_nothing(path) => {
                    ExportError::file(path)(io::Error::other("it is a link to a file that does not exist"))
                }
                io::ErrorKind::AlreadyExists => ExportError::busy(path),
                _ => ExportError::file(path)(error),
            })?;
            disk::sync_names(path)?;
            Ok(file)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(ExportError::changed(path, "it is gone"))
        }
        opened => opened.map_err(ExportError::file(path)),
    }
}

/// The checksum of the recorded part of the output, if it is still what was written.
fn verify(file: &mut File, path: &Path, recorded: Option<&Checksum>) -> Result<Tally> {
    let Some(recorded) = recorded else { return Ok(Tally::default()) };
    let failed = |error| ExportError::file(path)(error);
    file.rewind().map_err(failed)?;
    let found = Tally::of((&mut *file).take(recorded.bytes)).map_err(failed)?;
    if found.bytes() < recorded.bytes {
        return Err(changed_length(path, found.bytes(), recorded.bytes));
    }
    if found.checksum() != *recorded {
        let length = file.metadata().map_err(failed)?.len();
        let problem = if length == recorded.bytes {
            format!("its {length} bytes are not those that were written")
        } else {
            format!("it has {length} bytes, and the first {} are not those that were written", recorded.bytes)
        };
        return Err(ExportError::changed(path, problem));
    }
    Ok(found)
}

/// Cuts off what an earlier run copied to the output and did not record.
fn cut_remains(file: &mut File, path: &Path, committed: u64, window_path: &Path) -> Result<()> {
    let failed = |error| ExportError::file(path)(error);
    let length = file.metadata().map_err(failed)?.len();
    if length == committed {
        return Ok(());
    }
    file.seek(SeekFrom::Start(committed)).map_err(failed)?;
    let ours = match File::open(window_path) {
        Ok(window) => starts_with(window, &*file).map_err(failed)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(ExportError::file(window_path)(error)),
    };
    if !ours {
        return Err(changed_length(path, length, committed));
    }
    disk::step(path)?;
    // On the disk before the window file is emptied: a power cut in between must not bring the tail back.
    file.set_len(committed).and_then(|()| file.sync_all()).map_err(failed)
}

/// Whether `whole` begins with all of `part`.
fn starts_with(whole: impl Read, part: impl Read) -> io::Result<bool> {
    let mut whole = BufReader::with_capacity(BUFFER, whole).bytes();
    for byte in BufReader::with_capacity(BUFFER, part).bytes() {
        let byte = byte?;
        if whole.next().transpose()? != Some(byte) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn changed_length(path: &Path, length: u64, committed: u64) -> ExportError {
    ExportError::changed(path, format!("it has {length} bytes, but {committed} were written"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_the_beginning_of_the_whole_or_it_is_not() {
        let starts_with = |whole: &str, part: &str| starts_with(whole.as_bytes(), part.as_bytes()).unwrap();
        assert!(starts_with("abc", "") && starts_with("abc", "ab") && starts_with("abc", "abc"));
        assert!(!starts_with("abc", "abcd") && !starts_with("abc", "b") && !starts_with("", "a"));
    }
}
