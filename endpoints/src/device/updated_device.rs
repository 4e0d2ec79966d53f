//! What `device_update` answers: success, partial success, and a failure that says nothing.

use mor_api::{CommonFault, DecodeError, Document, Element, Fault, FromText, FromXml};

use crate::Done;

/// What stands for the text of a failure of which the server says nothing at all.
const NOTHING_SAID: &str = "neither success nor error";

/// A device was changed, perhaps not in everything.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct UpdatedDevice {
    /// The server's words for success.
    pub success: Done,
    /// What was not changed and why, such as a password that is too short; empty if everything was changed.
    pub complaints: Vec<String>,
}

/// Texts that explain each other: errors beside a success are complaints, errors alone a refusal.
#[derive(FromXml)]
struct Status {
    success: Option<Done>,
    #[mor(rename = "error")]
    errors: Vec<String>,
}

impl FromXml for UpdatedDevice {
    #[inline]
    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let Status { success, errors } = Status::from_xml(element)?;
        match success {
            Some(success) => Ok(Self { success, complaints: errors }),
            None if errors.is_empty() => Err(element.refuse(NOTHING_SAID)),
            // The answer cannot be decoded, and the errors in it tell why.
            None => Err(element.bad_value(Done::EXPECTED, "")),
        }
    }
}

impl Document for UpdatedDevice {
    const ROOT: &'static [&'static str] = &["page", "status"];
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
    /// One that any function may send.
    #[fault(common)]
    Common(CommonFault),
    /// A text that is not documented.
    #[fault(other)]
    Other(String),
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, Refusal, from_xml};

    use super::*;

    fn decode(status: &str) -> Result<UpdatedDevice, AnswerError> {
        from_xml(&format!("<page><status>{status}</status></page>"))
    }

    #[test]
    fn an_error_beside_a_success_is_a_complaint() {
        let updated = decode("<error>Too short</error><success>Updated</success>").unwrap();
        assert_eq!(updated.success, Done("Updated".to_owned()));
        assert_eq!(updated.complaints, ["Too short"]);
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
        assert_eq!(DeviceUpdateFault::from_refusal(&refusal), DeviceUpdateFault::NotSaved);
    }
}
