//! Ways in which an answer can go wrong.

use std::time::Duration;

use crate::answer::Answer;

/// Something that goes wrong on the way back.
///
/// `Truncate`, `CutConnection` and `Delay` damage the normal answer, so checks are made and a write has taken place.
/// The others come in place of it: nothing is checked, nothing done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// A well-formed HTML page with status 200, as from a proxy or the GUI.
    HtmlPage,
    /// Status 302 to the login page of the GUI.
    LoginRedirect,
    /// Status 200 and no body: the server code raised an exception.
    EmptyBody,
    /// The first bytes of the normal answer, correctly framed, then the connection is closed.
    Truncate(usize),
    /// The connection breaks after some bytes of the body; `Content-Length` had promised more.
    CutConnection {
        /// Bytes of the body that are sent.
        after: usize,
    },
    /// The normal answer, late.
    Delay(Duration),
    /// Status 500 with an HTML page.
    ServerError,
}

/// How an answer is brought to the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Delivery {
    Whole,
    CutAfter(usize),
    After(Duration),
}

impl Fault {
    /// The answer that comes in place of the normal one; none for faults of the delivery.
    pub(crate) fn replacement(&self) -> Option<Answer> {
        match self {
            Self::HtmlPage => Some(Answer::html("MOR", "Welcome")),
            Self::LoginRedirect => Some(Answer::redirect("/billing/callc/login")),
            Self::EmptyBody => Some(Answer::text("")),
            Self::ServerError => {
                Some(Answer::html("500 Internal Server Error", "Internal Server Error").with_status(500))
            }
            Self::Truncate(_) | Self::CutConnection { .. } | Self::Delay(_) => None,
        }
    }

    /// Does to the normal answer what the fault does to it.
    pub(crate) fn damage(&self, mut answer: Answer) -> (Answer, Delivery) {
        match *self {
            Self::Truncate(bytes) => {
                answer.body.truncate(bytes);
                (answer.with_header("Connection", "close"), Delivery::Whole)
            }
            Self::CutConnection { after } => (answer, Delivery::CutAfter(after)),
            Self::Delay(time) => (answer, Delivery::After(time)),
            Self::HtmlPage | Self::LoginRedirect | Self::EmptyBody | Self::ServerError => {
                (answer, Delivery::Whole)
            }
        }
    }
}
