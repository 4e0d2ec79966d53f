//! `new_calls_list`: lists a user's new calls of today.

use jiff::civil::DateTime;
use mor_api::{AnswerError, Endpoint, FromXml, Payload, RecordShape, Response, Secret, Unknown};

use crate::UserId;
use crate::old_page::{self, OldPage};

/// Lists the caller's new calls of today.
///
/// A function of the interface before the API, of little use: X5 may fail for a user it knows, and the user counts
/// as logged in afterwards. The server looks at no hash. A caller it does not know gets [`CommonFault::BadLogin`]
/// although the server says no such thing: it sends another page.
///
/// [`CommonFault::BadLogin`]: mor_api::CommonFault::BadLogin
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(function = "new_calls_list", effect = read, hash = none, response = NewCalls)]
pub struct NewCallsList {
    /// The caller's password. X5 does not check it.
    #[nohash]
    pub p: Option<Secret>,
}

/// The new calls of a user.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct NewCalls {
    /// Title of the page in the server's language.
    pub pagename: Option<String>,
    /// The server's language.
    pub language: Option<String>,
    /// ID of the user.
    pub userid: UserId,
    /// How many calls there are.
    #[mor(path = "calls_stat/total_calls")]
    pub total_calls: u64,
    /// The calls; whether the element around them is there without any is not established.
    #[mor(path = "calls_stat/calls/call", default)]
    pub calls: Vec<NewCall>,
}

/// A call.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct NewCall {
    /// Start of the call.
    pub date: DateTime,
    /// Number that called.
    pub called_from: String,
    /// Number that was called.
    pub called_to: String,
    /// How long it lasted: `HH:MM:SS`, or `MM:SS` where the server is set so.
    pub duration: String,
    /// How it ended: `ANSWERED`, `NO ANSWER`.
    pub hangup_cause: String,
}

impl OldPage for NewCalls {
    const PROOF: &'static str = "page/userid";
}

impl Response for NewCalls {
    const SHAPE: &'static RecordShape = &old_page::shape::<Self>();

    #[inline]
    fn read(body: Payload<'_>, unknown: Option<&mut Vec<Unknown>>) -> Result<Self, AnswerError> {
        old_page::read(body, unknown)
    }
}
