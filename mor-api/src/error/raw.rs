//! The start of an answer, kept for those who look into an error.

use core::fmt;
use core::time::Duration;

use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};

/// How much of the body is kept.
pub(crate) const KEPT: usize = 16 << 10;

/// What the server answered: status, content type and the first 16 KiB of the body.
///
/// Answers can hold passwords in clear text, so `Debug` shows only how long the body is.
#[derive(Clone, PartialEq, Eq)]
pub struct RawAnswer {
    status: StatusCode,
    content_type: Option<String>,
    body: Vec<u8>,
    length: usize,
    retry_after: Option<Duration>,
}

impl RawAnswer {
    pub(crate) fn new(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let kept = body.get(..KEPT).unwrap_or(body).to_vec();
        Self {
            status,
            content_type,
            body: kept,
            length: body.len(),
            retry_after: super::retry_after(headers),
        }
    }

    /// Of an answer that was not kept whole, says how much of it has arrived.
    #[cfg(feature = "client")]
    pub(crate) fn of_length(mut self, length: usize) -> Self {
        self.length = length;
        self
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The content type the server claims.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// How long the server wants to be left alone: its header `Retry-After`.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// The first 16 KiB of the body.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// How long the body was; of a stream of rows, how much of it had arrived.
    #[must_use]
    pub fn length(&self) -> usize {
        self.length
    }
}

impl fmt::Debug for RawAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawAnswer")
            .field("status", &self.status)
            .field("content_type", &self.content_type)
            .field("length", &self.length)
            .finish_non_exhaustive()
    }
}
