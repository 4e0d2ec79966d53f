//! What can go wrong between the client and the server.

use core::fmt;

use super::TlsProblem;

type Source = Box<dyn core::error::Error + Send + Sync>;

/// A request that could not be delivered, or an answer that did not arrive whole.
///
/// Transports make it. Its texts must not hold the URL's query.
#[derive(Debug)]
pub struct TransportError {
    what: What,
    source: Option<Source>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    NotSent,
    NotSecure(TlsProblem),
    UnreadableFile,
    Timeout,
    Lost,
    TooLarge(u64),
    Misused(&'static str),
}

impl TransportError {
    /// Nothing of the request left this machine: no connection, no name, no TLS. What it was with TLS is read from
    /// the error and its sources: see [`tls_problem`](Self::tls_problem).
    #[must_use]
    pub fn not_sent(source: impl Into<Source>) -> Self {
        let source = source.into();
        let what = TlsProblem::of(&*source).map_or(What::NotSent, What::NotSecure);
        Self { what, source: Some(source) }
    }

    /// A file to upload could not be opened; nothing was sent.
    #[must_use]
    pub fn unreadable_file(source: impl Into<Source>) -> Self {
        Self { what: What::UnreadableFile, source: Some(source.into()) }
    }

    /// The time ran out after the request, or a part of it, was sent.
    #[must_use]
    pub fn timeout(source: impl Into<Source>) -> Self {
        Self { what: What::Timeout, source: Some(source.into()) }
    }

    /// The connection broke after the request, or a part of it, was sent.
    #[must_use]
    pub fn lost(source: impl Into<Source>) -> Self {
        Self { what: What::Lost, source: Some(source.into()) }
    }

    /// The answer is larger than the client takes.
    #[must_use]
    pub fn too_large(limit: u64) -> Self {
        Self { what: What::TooLarge(limit), source: None }
    }

    /// The transport was used in a way that cannot work.
    #[must_use]
    pub fn misused(why: &'static str) -> Self {
        Self { what: What::Misused(why), source: None }
    }

    /// Whether the request, or a part of it, may have reached the server.
    #[must_use]
    pub fn may_have_been_sent(&self) -> bool {
        !matches!(self.what, What::NotSent | What::NotSecure(_) | What::UnreadableFile | What::Misused(_))
    }

    /// Whether the time ran out.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.what == What::Timeout
    }

    /// Why there is no secure connection, if that is what is wrong.
    #[must_use]
    pub fn tls_problem(&self) -> Option<TlsProblem> {
        match self.what {
            What::NotSecure(problem) => Some(problem),
            _ => None,
        }
    }

    /// Whether trying again cannot help.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        match self.what {
            What::UnreadableFile | What::TooLarge(_) | What::Misused(_) => true,
            // A handshake may fail because somebody hung up.
            What::NotSecure(problem) => problem != TlsProblem::Handshake,
            What::NotSent | What::Timeout | What::Lost => false,
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.what {
            What::NotSent => f.write_str("the server could not be reached; nothing was sent"),
            What::NotSecure(problem) => {
                write!(f, "no secure connection, nothing was sent: {problem}; {}", problem.advice())
            }
            What::UnreadableFile => f.write_str("the file to upload could not be read; nothing was sent"),
            What::Timeout => f.write_str("no whole answer came in time"),
            What::Lost => f.write_str("the connection broke before the answer was whole"),
            What::TooLarge(limit) => write!(f, "the answer is larger than the limit of {limit} bytes"),
            What::Misused(why) => f.write_str(why),
        }
    }
}

impl core::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
