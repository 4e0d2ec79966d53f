//! The same as [`Done`], a level higher.

use core::fmt;

use mor_api::{DecodeError, Document, Element, FromText, FromXml};

use crate::Done;

/// The server's words for success of functions that write them straight into `page/status`; where their server
/// writes them into `page/status/success`, like everybody else, they are found there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct DoneInStatus(pub Done);

#[derive(FromXml)]
struct Status {
    success: Option<Done>,
    #[mor(text)]
    text: Option<Done>,
}

impl FromXml for DoneInStatus {
    #[inline]
    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let Status { success, text } = Status::from_xml(element)?;
        success.or(text).map(Self).ok_or_else(|| element.bad_value(Done::EXPECTED, ""))
    }
}

impl Document for DoneInStatus {
    const ROOT: &'static [&'static str] = &["page", "status"];
}

impl fmt::Display for DoneInStatus {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
