//! `cc_group_create`: creates a group of calling cards.

use mor_api::{DecodeError, Element, Endpoint, FromText, FromXml};

use super::{CardGroupFault, CardGroupSettings};
use crate::Done;

/// Creates a group of calling cards.
///
/// The answer does not tell the new ID: look it up by name with [`CcGroupsGet`](super::CcGroupsGet). Do not repeat
/// a call whose outcome is unknown before you have looked.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "cc_group_create",
    since = "X7",
    addon = "Calling Cards",
    effect = write,
    response = CardGroupCreated,
    fault = CardGroupFault,
    verify = "`cc_groups_get` lists the groups: look for the `name` (`group_name`)",
)]
pub struct CcGroupCreate {
    /// Its name, which no other group may have.
    #[hash(order = 1)]
    pub name: String,
    /// Digits of a card number. They cannot be changed later.
    #[nohash]
    pub number_length: Option<u32>,
    /// Digits of a PIN, 1 to 30; 6 if left out. They cannot be changed later.
    #[nohash]
    pub pin_length: Option<u32>,
    /// What else there is to set about the group.
    #[mor(flatten)]
    pub settings: CardGroupSettings,
}

/// The server's words for success. X8 reports a missing name in an element that elsewhere holds such words
/// (`page/status/status`); it is a refusal here.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status", with = Self::from_element, unclosed)]
pub struct CardGroupCreated(pub Done);

#[derive(FromXml)]
struct Answer {
    success: Option<Done>,
    status: Option<String>,
}

impl CardGroupCreated {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        match Answer::from_xml(element)? {
            Answer { status: Some(failure), .. } => Err(element.refuse(&failure)),
            Answer { success: Some(done), .. } => Ok(Self(done)),
            Answer { .. } => Err(element.bad_value(Done::EXPECTED, "")),
        }
    }
}
