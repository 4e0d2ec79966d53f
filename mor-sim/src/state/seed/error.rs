//! The error of a seed.

use std::fmt;

/// A seed that is not valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeedError {
    pub(super) line: Option<usize>,
    pub(super) message: String,
}

impl SeedError {
    pub(crate) fn new(problem: impl fmt::Display) -> Self {
        Self { line: None, message: problem.to_string() }
    }

    /// Line of the mistake, counted from 1, where it has a single place.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }
}

impl fmt::Display for SeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for SeedError {}
