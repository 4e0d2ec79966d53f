//! Standard output, or a file that is complete or not there at all.
//!
//! A sink is opened before anything is sent, so that a call which changes something is not made for an answer that
//! cannot be written. [`api::call`](crate::api::call) takes it for this reason.

use std::fs::Permissions;
use std::io::{self, BufWriter, Write};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use mor_api::Effect;
use serde_json::Value;
use tempfile::NamedTempFile;

use super::standard;
use crate::callee::Callee;
use crate::cli::Globals;
use crate::exit::{Exit, Failure, Result};
use crate::message;
use crate::signals::{self, Deferral};

/// Where data goes. What is written counts only after [`Sink::finish`].
pub(crate) struct Sink {
    target: Target,
    path: Option<PathBuf>,
    kept: Option<Kept>,
}

enum Target {
    /// Standard output, a device or a pipe: nothing to be replaced.
    Stream(BufWriter<Box<dyn Write>>),
    /// A file that becomes the one at this path.
    Temporary(BufWriter<NamedTempFile>, PathBuf),
}

/// The answer of a call that changes something. It is kept in memory until it is written, because it cannot be asked for
/// again: if it cannot be written, it is shown on standard error. Until then no signal ends the process.
struct Kept {
    function: String,
    answer: Vec<u8>,
    _deferral: Deferral,
}

impl Sink {
    /// Opens the file of `--output`, else standard output, and makes sure, as far as the system tells, that it can be
    /// written.
    pub(crate) fn open(globals: &Globals) -> Result<Self> {
        let Some(path) = globals.output.as_deref().filter(|path| *path != Path::new("-")) else {
            let output = standard::open().map_err(|error| {
                Failure::usage(format!("standard output cannot be written: {error}; nothing was sent"))
            })?;
            return Ok(Self { target: Target::Stream(BufWriter::new(output)), path: None, kept: None });
        };
        let target =
            open(path).map_err(|error| Failure::file(Exit::Usage, "--output: cannot write", path, &error))?;
        Ok(Self { target, path: Some(path.to_owned()), kept: None })
    }

    /// A call of this function is about to be sent, and its answer will be written here.
    pub(crate) fn expect_answer_of(&mut self, callee: &Callee<'_>) -> Result<()> {
        if callee.effect == Effect::Read {
            return Ok(());
        }
        if self.path.is_none() && standard::is_closed() && standard::is_error_closed() {
            let problem = "standard output and standard error are closed, so the answer would be lost";
            return Err(Failure::usage(format!("{problem}; nothing was sent")));
        }
        self.kept =
            Some(Kept { function: callee.name.to_owned(), answer: Vec::new(), _deferral: Deferral::new() });
        Ok(())
    }

    /// Writes a text.
    pub(crate) fn text(&mut self, text: &str) -> Result<()> {
        Ok(self.write_all(text.as_bytes())?)
    }

    /// Writes a JSON document and finishes.
    pub(crate) fn json(mut self, value: &Value) -> Result<()> {
        serde_json::to_writer_pretty(&mut self, value).map_err(io::Error::from)?;
        self.text("\n")?;
        self.finish()
    }

    /// Writes a text and finishes.
    pub(crate) fn only_text(mut self, text: &str) -> Result<()> {
        self.text(text)?;
        self.finish()
    }

    /// Makes what was written final.
    pub(crate) fn finish(self) -> Result<()> {
        let Self { target, path, kept } = self;
        let path = path.as_deref();
        match kept {
            None => target.close().map_err(|error| match path {
                Some(path) => Failure::file(Exit::Output, "--output: cannot write", path, &error),
                None => error.into(),
            }),
            Some(kept) => kept.deliver(target, path),
        }
    }
}

impl Kept {
    fn deliver(self, mut target: Target, path: Option<&Path>) -> Result<()> {
        let is_closed = path.is_none() && standard::is_closed();
        let written = target.writer().write_all(&self.answer).and_then(|()| target.close());
        if let Err(error) = written {
            self.show();
            return Err(self.lost(path, &error));
        }
        if is_closed {
            message::note("standard output is closed; the answer follows here");
            self.show();
        }
        Ok(())
    }

    fn lost(&self, path: Option<&Path>, error: &io::Error) -> Failure {
        let place = path.map_or("standard output".to_owned(), |path| path.display().to_string());
        let function = &self.function;
        Failure::new(
            Exit::Output,
            format!(
                "{function}: the server answered, but the answer could not be written to {place}: {error}"
            ),
        )
        .hint("the answer is above, on standard error; do not repeat the call to get it")
    }

    /// Where standard error cannot be written either, there is nothing left to be done.
    fn show(&self) {
        let mut err = io::stderr().lock();
        let _ = err.write_all(&self.answer);
        if !self.answer.ends_with(b"\n") {
            let _ = err.write_all(b"\n");
        }
    }
}

fn open(path: &Path) -> io::Result<Target> {
    match std::fs::metadata(path) {
        Ok(meta) if !meta.is_file() => {
            let mut file = std::fs::OpenOptions::new().write(true).open(path)?;
            // Some devices refuse even nothing: /dev/full does.
            file.write(&[]).map(drop)?;
            Ok(Target::Stream(BufWriter::new(Box::new(file))))
        }
        // A link stays one: what it points to is replaced, by a file with the same permissions.
        Ok(meta) => temporary(&path.canonicalize()?, Some(meta.permissions())),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Err(_) if path.is_symlink() => {
            Err(io::Error::new(io::ErrorKind::NotFound, "it is a link to a file that does not exist"))
        }
        Err(_) => temporary(path, None),
    }
}

/// In the same directory: a file can only be moved within its file system.
fn temporary(path: &Path, permissions: Option<Permissions>) -> io::Result<Target> {
    let is_directory = path.as_os_str().to_string_lossy().ends_with(['/', MAIN_SEPARATOR]);
    if is_directory || path.file_name().is_none() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is not the name of a file"));
    }
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // The errors of the library would name the temporary file.
    let kind = |error: io::Error| io::Error::from(error.kind());
    if !directory.is_dir() {
        let problem = format!("there is no folder {}", directory.display());
        return Err(io::Error::new(io::ErrorKind::NotFound, problem));
    }
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let file = builder.tempfile_in(directory).map_err(kind)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    signals::remove_when_stopped(file.path());
    Ok(Target::Temporary(BufWriter::new(file), path.to_owned()))
}

impl Target {
    fn writer(&mut self) -> &mut dyn Write {
        match self {
            Self::Stream(out) => out,
            Self::Temporary(out, _) => out,
        }
    }

    fn close(self) -> io::Result<()> {
        match self {
            Self::Stream(mut out) => out.flush(),
            Self::Temporary(out, place) => {
                let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.persist(place).map_err(|error| error.error)?;
                signals::finished();
                Ok(())
            }
        }
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.kept {
            Some(kept) => kept.answer.write(bytes),
            None => self.target.writer().write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &self.kept {
            Some(_) => Ok(()),
            None => self.target.writer().flush(),
        }
    }
}

/// Errors of writing. When no one reads any more (`mor ... | head`), all is well.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::silent(Exit::Ok);
        }
        Self::new(Exit::Output, format!("the output cannot be written: {error}"))
    }
}
