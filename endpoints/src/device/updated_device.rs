//! What `device_update` answers: success, or a failure that says nothing.

use mor_api::{DecodeError, Element, Fault, FromXml};

use crate::Done;

/// Stands for the text of a failure for which the server gives no reason.
const NOTHING_SAID: &str = "neither success nor error";

/// A device was changed: the server's words.
///
/// If only a part of the changes was made, for example because the new password is too short, the call ends in
/// [`ErrorKind::Partial`](mor_api::ErrorKind::Partial).
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status", with = Self::from_element)]
pub struct UpdatedDevice(pub Done);

#[derive(FromXml)]
struct Status {
    success: Option<Done>,
}

impl UpdatedDevice {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let is_blank = element.is_blank();
        match Status::from_xml(element)?.success {
            Some(success) => Ok(Self(success)),
            None if is_blank => Err(element.refuse(NOTHING_SAID)),
            // An error in it, if there is one, is the refusal.
            None => Err(element.bad_value("a message that tells success", "")),
        }
    }
}

/// Why a device was not changed.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DeviceUpdateFault {
    /// There is no such device, or it is not the caller's.
    #[fault("Device was not found")]
    DeviceNotFound,
    /// There is no such location.
    #[fault("Location was not found")]
    LocationNotFound,
    /// The longest call is no number of seconds.
    #[fault("Device Call Timeout must be greater than or equal to 0")]
    CallTimeoutInvalid,
    /// The device could not be saved, and the server does not say why: its answer is empty.
    #[fault("neither success nor error")]
    NotSaved,
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, Refusal, from_xml};

    use super::*;

    fn decode(status: &str) -> Result<UpdatedDevice, AnswerError> {
        from_xml(&format!("<page><status>{status}</status></page>"))
    }

    #[test]
    fn an_error_beside_a_success_is_a_partial_success() {
        let both = decode("<error>Too short</error><success>Updated</success>");
        let Err(AnswerError::Partial(partial)) = both else { panic!("{both:?}") };
        assert_eq!(partial.succeeded, ["Updated"]);
        assert_eq!(partial.refused, Refusal::new("page/status/error", "Too short"));
        assert_eq!(decode("<success>Updated</success>"), Ok(UpdatedDevice(Done("Updated".to_owned()))));
    }

    #[test]
    fn errors_alone_are_a_refusal() {
        let messages = vec!["One".to_owned(), "Two".to_owned()];
        let refusal = Refusal { path: "page/status/error".to_owned(), messages };
        assert_eq!(decode("<error>One</error><error>Two</error>"), Err(AnswerError::Refused(refusal)));
    }

    #[test]
    fn an_empty_answer_is_a_refusal() {
        let Err(AnswerError::Refused(refusal)) = decode(" ") else { panic!() };
        assert_eq!(DeviceUpdateFault::from_refusal(&refusal), Some(DeviceUpdateFault::NotSaved));
    }
}
