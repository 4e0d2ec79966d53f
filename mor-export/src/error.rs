//! What can end an export.

use core::fmt;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use mor_api::Error as CallError;
use mor_endpoints::call::UserCallsFault;

/// Why an export stopped. What it had completed stays complete: run it again to go on.
#[derive(Debug)]
#[non_exhaustive]
pub enum ExportError {
    /// The export cannot be what its settings say; nothing was done.
    Settings(String),
    /// The state file does not belong to this export, or the files do not fit it.
    State {
        /// The state file.
        path: PathBuf,
        /// What does not fit.
        problem: String,
    },
    /// A file of the export is not what was written. Nothing was changed, and nothing was asked of the server.
    Changed {
        /// The file.
        path: PathBuf,
        /// What is different.
        problem: String,
    },
    /// The calls of a window cannot be read from the server.
    Call {
        /// Start of the window.
        window: Timestamp,
        /// How often it was tried.
        attempts: u32,
        /// The last failure.
        source: Box<CallError<UserCallsFault>>,
    },
    /// A value of a call has no place in the format.
    Value {
        /// The call: when it started and its unique ID.
        call: String,
        /// Wire name of the column.
        column: &'static str,
        /// Why not.
        problem: String,
    },
    /// A file cannot be read or written.
    File {
        /// The file.
        path: PathBuf,
        /// What happened.
        source: std::io::Error,
    },
    /// The Parquet writer failed.
    #[cfg(feature = "parquet")]
    Parquet(parquet::errors::ParquetError),
}

impl ExportError {
    pub(crate) fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }

    pub(crate) fn changed(path: &Path, problem: impl Into<String>) -> Self {
        Self::Changed { path: path.to_owned(), problem: problem.into() }
    }

    pub(crate) fn busy(path: &Path) -> Self {
        Self::state(path, "another export is writing to it")
    }

    pub(crate) fn state(path: &Path, problem: impl Into<String>) -> Self {
        Self::State { path: path.to_owned(), problem: problem.into() }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings(problem) => f.write_str(problem),
            Self::State { path, problem } => write!(f, "{}: {problem}", path.display()),
            Self::Changed { path, problem } => {
                write!(f, "{} was changed after the export: {problem}", path.display())
            }
            Self::Call { window, attempts, .. } => {
                write!(f, "the calls from {window} on could not be read (tried {attempts} times)")
            }
            Self::Value { call, column, problem } => write!(f, "call {call}: `{column}` {problem}"),
            Self::File { path, .. } => write!(f, "{} cannot be read or written", path.display()),
            #[cfg(feature = "parquet")]
            Self::Parquet(_) => f.write_str("the Parquet file could not be written"),
        }
    }
}

impl core::error::Error for ExportError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Call { source, .. } => Some(source),
            Self::File { source, .. } => Some(source),
            #[cfg(feature = "parquet")]
            Self::Parquet(source) => Some(source),
            Self::Settings(_) | Self::State { .. } | Self::Changed { .. } | Self::Value { .. } => None,
        }
    }
}

#[cfg(feature = "parquet")]
impl From<parquet::errors::ParquetError> for ExportError {
    fn from(error: parquet::errors::ParquetError) -> Self {
        Self::Parquet(error)
    }
}
