//! Standard output, or a file that is there whole or not at all.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::interrupt;
use crate::cli::Globals;
use crate::exit::{Exit, Failure, Result};

/// Where data goes. What is written counts only after [`Sink::finish`].
pub(crate) struct Sink {
    target: Target,
    path: Option<PathBuf>,
}

enum Target {
    Standard(BufWriter<io::Stdout>),
    Temporary(BufWriter<NamedTempFile>),
    /// A device or a pipe: nothing to be replaced.
    Special(BufWriter<std::fs::File>),
}

impl Sink {
    /// Opens the file of `--output`, else standard output.
    pub(crate) fn open(globals: &Globals) -> Result<Self> {
        let Some(path) = globals.output.as_deref().filter(|path| *path != Path::new("-")) else {
            return Ok(Self { target: Target::Standard(BufWriter::new(io::stdout())), path: None });
        };
        let failed = |error: io::Error| Failure::file(Exit::Usage, "--output: cannot write", path, &error);
        let target = match std::fs::metadata(path) {
            Ok(meta) if !meta.is_file() => {
                let file = std::fs::OpenOptions::new().write(true).open(path).map_err(failed)?;
                Target::Special(BufWriter::new(file))
            }
            // A link stays one: what it points to is replaced.
            Ok(_) => temporary(&path.canonicalize().map_err(failed)?).map_err(failed)?,
            Err(_) => temporary(path).map_err(failed)?,
        };
        Ok(Self { target, path: Some(path.to_owned()) })
    }

    /// Writes a text.
    pub(crate) fn text(&mut self, text: &str) -> Result<()> {
        Ok(self.write_all(text.as_bytes())?)
    }

    /// Makes what was written final.
    pub(crate) fn finish(mut self) -> Result<()> {
        self.flush()?;
        let Target::Temporary(writer) = self.target else { return Ok(()) };
        let path = self.path.unwrap_or_default();
        let failed = |error: io::Error| Failure::file(Exit::Usage, "--output: cannot write", &path, &error);
        let file = writer.into_inner().map_err(|error| failed(error.into_error()))?;
        let place = path.canonicalize().unwrap_or_else(|_| path.clone());
        file.persist(place).map_err(|error| failed(error.error))?;
        interrupt::finished();
        Ok(())
    }
}

/// In the same directory: a file can only be moved within its file system.
fn temporary(path: &Path) -> io::Result<Target> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = NamedTempFile::new_in(directory)?;
    interrupt::remove_when_interrupted(file.path());
    Ok(Target::Temporary(BufWriter::new(file)))
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.target {
            Target::Standard(out) => out.write(bytes),
            Target::Temporary(out) => out.write(bytes),
            Target::Special(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.target {
            Target::Standard(out) => out.flush(),
            Target::Temporary(out) => out.flush(),
            Target::Special(out) => out.flush(),
        }
    }
}

/// Errors of writing. When nobody reads any more (`mor ... | head`), all is well.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::silent(Exit::Ok);
        }
        Self::usage(format!("the output cannot be written: {error}"))
    }
}
