//! Ways in which a call can fail.

use std::time::Duration;

use serde::Deserialize;

use super::fault_order::{duration, optional_duration};
use crate::http::Answer;

/// A failure between a client and the server.
///
/// Faults differ in whether the function is executed. Those of the first table replace the function: nothing is checked,
/// nothing is executed, and the [ledger](crate::Simulator::ledger) has no entry.
///
/// | not executed | what the client sees |
/// |---|---|
/// | [`Refuse`](Self::Refuse) | the connection is closed before the body of the request is read |
/// | [`ResetBeforeRequest`](Self::ResetBeforeRequest) | the request is read, the connection reset |
/// | [`GoDown`](Self::GoDown) | every connection is reset, new ones are refused for a while |
/// | [`Hang`](Self::Hang) | the request is read, and no response is sent |
/// | [`ServerError`](Self::ServerError) | 500 with an HTML page |
/// | [`BadGateway`](Self::BadGateway) | 502 with an HTML page |
/// | [`ServiceUnavailable`](Self::ServiceUnavailable) | 503, optionally with `Retry-After` |
/// | [`TooManyRequests`](Self::TooManyRequests) | 429, optionally with `Retry-After` |
/// | [`HtmlPage`](Self::HtmlPage), [`LoginRedirect`](Self::LoginRedirect), [`EmptyBody`](Self::EmptyBody) | 200 or 302 without a response of the function |
///
/// With the others the function runs. A write has then taken place, whatever the client receives:
///
/// | executed | what the client sees |
/// |---|---|
/// | [`ResetAfterCommit`](Self::ResetAfterCommit) | the connection is reset instead of a response |
/// | [`HangAfterCommit`](Self::HangAfterCommit) | no response is sent |
/// | [`ServerErrorAfterCommit`](Self::ServerErrorAfterCommit) | 500 with an HTML page |
/// | [`GatewayTimeout`](Self::GatewayTimeout) | 504 with an HTML page |
/// | [`CutConnection`](Self::CutConnection) | the connection is closed within the response |
/// | [`Truncate`](Self::Truncate) | a truncated response that is correctly framed |
/// | [`Delay`](Self::Delay) | the complete response, late |
/// | [`SlowDrip`](Self::SlowDrip) | the complete response, a few bytes at a time |
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Fault {
    /// The connection is closed normally after the head of the request. The body is not read, and nothing is executed.
    ///
    /// To have connections refused by the operating system, see [`GoDown`](Self::GoDown) and
    /// [`Simulator::close_port`](crate::Simulator::close_port).
    Refuse,
    /// The complete request is read, then the connection is reset (TCP RST). Nothing is executed.
    ResetBeforeRequest,
    /// The web server is restarted: this connection and all others are reset, and for this time the operating system
    /// refuses new ones. This request is not executed; a request of another connection that was executed already loses
    /// its response.
    GoDown(#[serde(deserialize_with = "duration")] Duration),
    /// The request is read and not executed; the connection stays open without a response until the client gives up.
    Hang,
    /// Status 500 with an HTML page; nothing is executed.
    ServerError,
    /// Status 502 with an HTML page, as from a proxy that cannot reach the server; nothing is executed.
    BadGateway,
    /// Status 503 with an HTML page; nothing is executed.
    ServiceUnavailable {
        /// `Retry-After`, in whole seconds, rounded up.
        #[serde(default, deserialize_with = "optional_duration")]
        retry_after: Option<Duration>,
    },
    /// Status 429 with an HTML page; nothing is executed.
    TooManyRequests {
        /// `Retry-After`, in whole seconds, rounded up.
        #[serde(default, deserialize_with = "optional_duration")]
        retry_after: Option<Duration>,
    },
    /// A well-formed HTML page with status 200, as from a proxy or the GUI; nothing is executed.
    HtmlPage,
    /// Status 302 to the login page of the GUI; nothing is executed.
    LoginRedirect,
    /// Status 200 and no body: the server code raised an exception; nothing is executed.
    EmptyBody,
    /// The function is executed, then the connection is reset (TCP RST). No byte of the response is sent.
    ResetAfterCommit,
    /// The function is executed; the connection stays open without a response until the client gives up.
    HangAfterCommit,
    /// The function is executed and fails while it writes the response: status 500 with an HTML page.
    ServerErrorAfterCommit,
    /// The function is executed, but a proxy stops waiting for it: status 504 with an HTML page.
    GatewayTimeout,
    /// The first bytes of the normal response, correctly framed, then the connection is closed.
    Truncate(usize),
    /// The connection breaks after some bytes of the body; `Content-Length` announced more.
    CutConnection {
        /// Bytes of the body that are sent.
        after: usize,
    },
    /// The normal response, late. The function is executed at once: a client that gives up earlier and repeats a write
    /// executes it twice, and the response to the first request arrives when the client no longer waits for it.
    Delay(#[serde(deserialize_with = "duration")] Duration),
    /// The normal response, a few bytes at a time. The head is sent at once.
    SlowDrip {
        /// Bytes of the body that are sent together; at least one.
        bytes: usize,
        /// The pause before each of them.
        #[serde(deserialize_with = "duration")]
        every: Duration,
    },
}

/// How an answer is delivered to the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Delivery {
    Whole,
    CutAfter(usize),
    After(Duration),
    Drip { bytes: usize, every: Duration },
    Never(Silence),
}

/// How a connection without an answer ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Silence {
    /// Closed normally.
    Close,
    /// Reset.
    Reset,
    /// Reset like all others; new ones are refused for this time.
    GoDown(Duration),
    /// Left open.
    Hang,
}

/// The effect of a fault on a call.
pub(crate) enum Intervention {
    /// This answer replaces the function.
    Replace(Answer),
    /// No answer is sent, and the function is not executed.
    Drop(Silence),
    /// The function is executed; something happens to its answer.
    Damage,
}

impl Fault {
    pub(crate) fn intervention(&self) -> Intervention {
        match *self {
            Self::HtmlPage => Intervention::Replace(Answer::html("MOR", "Welcome")),
            Self::LoginRedirect => Intervention::Replace(Answer::redirect("/billing/callc/login")),
            Self::EmptyBody => Intervention::Replace(Answer::text("")),
            Self::ServerError => Intervention::Replace(page(500, None)),
            Self::BadGateway => Intervention::Replace(page(502, None)),
            Self::ServiceUnavailable { retry_after } => Intervention::Replace(page(503, retry_after)),
            Self::TooManyRequests { retry_after } => Intervention::Replace(page(429, retry_after)),
            Self::Refuse => Intervention::Drop(Silence::Close),
            Self::ResetBeforeRequest => Intervention::Drop(Silence::Reset),
            Self::GoDown(time) => Intervention::Drop(Silence::GoDown(time)),
            Self::Hang => Intervention::Drop(Silence::Hang),
            Self::ResetAfterCommit
            | Self::HangAfterCommit
            | Self::ServerErrorAfterCommit
            | Self::GatewayTimeout
            | Self::Truncate(_)
            | Self::CutConnection { .. }
            | Self::Delay(_)
            | Self::SlowDrip { .. } => Intervention::Damage,
        }
    }

    /// Changes the normal answer, or its delivery, as the fault requires.
    pub(crate) fn damage(&self, mut answer: Answer) -> (Answer, Delivery) {
        match *self {
            Self::Truncate(bytes) => {
                answer.body.truncate(bytes);
                (answer.with_header("Connection", "close"), Delivery::Whole)
            }
            Self::CutConnection { after } => (answer, Delivery::CutAfter(after)),
            Self::Delay(time) => (answer, Delivery::After(time)),
            Self::SlowDrip { bytes, every } => (answer, Delivery::Drip { bytes, every }),
            Self::ResetAfterCommit => (answer, Delivery::Never(Silence::Reset)),
            Self::HangAfterCommit => (answer, Delivery::Never(Silence::Hang)),
            Self::ServerErrorAfterCommit => (page(500, None), Delivery::Whole),
            Self::GatewayTimeout => (page(504, None), Delivery::Whole),
            _ => (answer, Delivery::Whole),
        }
    }

    /// Whether a client that waits long enough receives the complete normal answer.
    pub(crate) fn delivers(&self) -> bool {
        matches!(self, Self::Delay(_) | Self::SlowDrip { .. })
    }
}

/// The page of a web server for one of its own statuses.
fn page(status: u16, retry_after: Option<Duration>) -> Answer {
    let reason = match status {
        429 => "Too Many Requests",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Time-out",
        _ => "Internal Server Error",
    };
    let answer = Answer::html(&format!("{status} {reason}"), reason).with_status(status);
    match retry_after {
        Some(time) => {
            let seconds = time.as_secs() + u64::from(time.subsec_nanos() > 0);
            answer.with_header("Retry-After", &seconds.to_string())
        }
        None => answer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_in_whole_seconds_and_never_shorter_than_asked_for() {
        let header = |time| page(503, time).headers;
        let seconds = |text: &str| vec![("Retry-After".to_owned(), text.to_owned())];
        assert_eq!(header(Some(Duration::from_millis(1200))), seconds("2"));
        assert_eq!(header(Some(Duration::from_secs(3))), seconds("3"));
        assert_eq!(header(Some(Duration::ZERO)), seconds("0"));
        assert!(header(None).is_empty());
    }
}
