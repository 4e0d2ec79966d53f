//! One growing file of lines, CSV or JSON. What a window added counts once the state file says so; until then it
//! is cut off again.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use mor_endpoints::call::Call;

use crate::sink::Sink;
use crate::text::Lines;
use crate::{ExportError, disk};

/// How much is collected before it is written.
const BUFFER: usize = 256 << 10;

pub(crate) struct LinesFile {
    lines: Lines,
    path: PathBuf,
    file: BufWriter<File>,
    length: u64,
    line: Vec<u8>,
}

impl LinesFile {
    /// Opens the file and cuts off what is behind the `committed` bytes.
    pub(crate) fn open(path: &Path, lines: Lines, committed: u64) -> Result<Self, ExportError> {
        let failed = |error| ExportError::file(path)(error);
        disk::step(path)?;
        // Cut off below, to the right length.
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path).map_err(failed)?;
        let length = file.metadata().map_err(failed)?.len();
        if length < committed {
            let problem = format!("it has {length} bytes, but {committed} were written");
            return Err(ExportError::state(path, problem));
        }
        let file = BufWriter::with_capacity(BUFFER, file);
        let mut this = Self { lines, path: path.to_owned(), file, length, line: Vec::new() };
        this.rewind(committed)?;
        Ok(this)
    }

    fn write_line(&mut self) -> Result<(), ExportError> {
        self.length += self.line.len() as u64;
        self.file.write_all(&self.line).map_err(ExportError::file(&self.path))
    }

    fn failed<T>(&self, result: std::io::Result<T>) -> Result<T, ExportError> {
        result.map_err(ExportError::file(&self.path))
    }
}

impl Sink for LinesFile {
    fn begin(&mut self, _: i64) -> Result<(), ExportError> {
        if self.length == 0 {
            self.line.clear();
            self.lines.header(&mut self.line);
            self.write_line()?;
        }
        Ok(())
    }

    fn write(&mut self, call: &Call) -> Result<(), ExportError> {
        disk::step(&self.path)?;
        self.line.clear();
        self.lines.call(call, &mut self.line);
        self.write_line()
    }

    fn finish(&mut self) -> Result<u64, ExportError> {
        disk::step(&self.path)?;
        let flushed = self.file.flush().and_then(|()| self.file.get_ref().sync_data());
        self.failed(flushed)?;
        Ok(self.length)
    }

    fn rewind(&mut self, committed: u64) -> Result<(), ExportError> {
        let flushed = self.file.flush();
        self.failed(flushed)?;
        disk::step(&self.path)?;
        let cut = self.file.get_ref().set_len(committed);
        self.failed(cut)?;
        let sought = self.file.seek(SeekFrom::Start(committed));
        self.failed(sought)?;
        self.length = committed;
        Ok(())
    }
}
