//! What the functions that change or delete a user answer.

use mor_api::{DecodeError, Element, ElementMap, FromXml};

use crate::Done;

/// A user was changed or deleted, and what the server says about it: `User was updated`.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page", with = Self::from_element)]
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

impl UserChanged {
    /// A page with messages and without a status says what is wrong with the values that were sent.
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let page = Page::from_xml(element)?;
        match (page.status, page.other.get("message")) {
            (Some(status), _) => Ok(Self { status }),
            (None, Some(message)) => Err(element.refuse(message)),
            (None, None) => Err(element.bad_value("a page with a status", "")),
        }
    }
}
