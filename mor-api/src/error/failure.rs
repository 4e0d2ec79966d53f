//! The one rule of which failed calls may be tried again.

use core::time::Duration;

#[cfg(feature = "client")]
use http::{HeaderMap, StatusCode};

#[cfg(feature = "client")]
use super::retry_after;
use crate::{DecodeErrorKind, Effect, Error, ErrorKind, RawAnswer, TransportError, Unexpected};

/// Why a try failed, as far as it matters for another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// Nothing was sent: no name, no connection, no TLS.
    NotSent,
    /// The time ran out after the request, or a part of it, was sent.
    Timeout,
    /// The connection broke after the request, or a part of it, was sent.
    Lost,
    /// The answer ends early, though it was delivered as if it were whole.
    Truncated,
    /// An HTTP status that is not 200, and how long the server wants to be left alone.
    Status(u16, Option<Duration>),
    /// MOR refused.
    Refused,
    /// Anything else: another try would end the same way.
    Permanent,
}

impl Failure {
    /// The failure that an error is.
    #[must_use]
    pub fn of<F>(error: &Error<F>) -> Self {
        match error.kind() {
            ErrorKind::Transport(error) => Self::of_transport(error),
            ErrorKind::Unexpected(Unexpected::Status(status)) => {
                Self::Status(*status, error.answer_received().and_then(RawAnswer::retry_after))
            }
            ErrorKind::Decode(error) if *error.kind() == DecodeErrorKind::Truncated => Self::Truncated,
            ErrorKind::Refused(_) => Self::Refused,
            ErrorKind::Request(_)
            | ErrorKind::Partial(_)
            | ErrorKind::Decode(_)
            | ErrorKind::Unexpected(_) => Self::Permanent,
        }
    }

    /// Whether another try of a function with this effect can help and cannot do anything twice.
    #[must_use]
    pub fn may_be_repeated(self, effect: Effect) -> bool {
        match self {
            Self::NotSent => true,
            Self::Timeout | Self::Lost | Self::Truncated | Self::Status(502..=504, _) => {
                effect == Effect::Read
            }
            // Too many requests already: only when the server says when it takes more.
            Self::Status(429, after) => effect == Effect::Read && after.is_some(),
            Self::Status(..) | Self::Refused | Self::Permanent => false,
        }
    }

    pub(crate) fn of_transport(error: &TransportError) -> Self {
        if error.is_permanent() {
            Self::Permanent
        } else if !error.may_have_been_sent() {
            Self::NotSent
        } else if error.is_timeout() {
            Self::Timeout
        } else {
            Self::Lost
        }
    }

    /// The failure of a response by its status and headers alone; `None` if it may be a success.
    #[cfg(feature = "client")]
    pub(crate) fn of_head(status: StatusCode, headers: &HeaderMap) -> Option<Self> {
        (!status.is_success()).then(|| Self::Status(status.as_u16(), retry_after(headers)))
    }

    /// A word for the log.
    #[cfg(feature = "client")]
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::NotSent => "not sent",
            Self::Timeout => "timeout",
            Self::Lost => "connection lost",
            Self::Truncated => "answer truncated",
            Self::Status(..) => "HTTP status",
            Self::Refused => "refused",
            Self::Permanent => "permanent",
        }
    }
}
