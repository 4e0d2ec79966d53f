//! What the functions that change or delete a user answer.

use mor_api::{DecodeError, Document, Element, ElementMap, FromXml};

use crate::Done;

/// A user was changed or deleted, and what the server says about it: `User was updated`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct UserChanged {
    /// The server's words.
    pub status: Done,
}

/// The page as it comes.
#[derive(FromXml)]
struct Page {
    status: Option<Done>,
    #[mor(rest)]
    other: ElementMap,
}

/// A page with messages and without a status says what is wrong with the values that were sent.
impl FromXml for UserChanged {
    #[inline]
    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let page = Page::from_xml(element)?;
        match (page.status, page.other.get("message")) {
            (Some(status), _) => Ok(Self { status }),
            (None, Some(message)) => Err(element.refuse(message)),
            (None, None) => Err(element.bad_value("a page with a status", "")),
        }
    }
}

impl Document for UserChanged {
    const ROOT: &'static [&'static str] = &["page"];
}
