//! What login and logout answer: success and failure differ only in the text of `action/status`.

use mor_api::{DecodeError, Element, FromXml};

use crate::UserId;

/// A login or logout that the server accepted.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "action", with = Self::from_element)]
pub struct Action {
    /// What was done: `login` or `logout`.
    pub name: String,
    /// The user; told of a login, from MOR 11.
    pub user_id: Option<UserId>,
    /// `status_message`: what the GUI would show; told of a login.
    #[mor(rename = "status_message")]
    pub message: Option<String>,
}

/// The answer as it comes.
#[derive(FromXml)]
struct Answer {
    name: String,
    status: String,
    user_id: Option<UserId>,
    status_message: Option<String>,
}

impl Action {
    /// Every status but `ok` is a refusal; its text is the message, which very old servers leave out.
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let Answer { name, status, user_id, status_message } = Answer::from_xml(element)?;
        if !status.trim().eq_ignore_ascii_case("ok") {
            return Err(element.refuse(status_message.as_ref().unwrap_or(&status)));
        }
        Ok(Self { name, user_id, message: status_message })
    }
}
