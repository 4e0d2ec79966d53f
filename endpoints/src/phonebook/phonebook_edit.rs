//! `phonebook_edit`: changes a phonebook record.

use mor_api::{DecodeError, Element, Endpoint, FromText, FromXml};

use super::RecordFault;
use crate::{Done, PhonebookId};

/// Changes a phonebook record; what is left out stays as it is.
///
/// The server answers with success although it stores nothing when another record of the user has the speed dial.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "phonebook_edit",
    since = "11",
    effect = write,
    response = SavedRecord,
    fault = RecordFault,
    verify = "`phonebooks_get` shows the records",
)]
pub struct PhonebookEdit {
    /// The record.
    #[hash(order = 1)]
    pub phonebook_id: PhonebookId,
    /// The number, digits only.
    #[hash(order = 2)]
    pub number: Option<String>,
    /// The name.
    #[hash(order = 3)]
    pub name: Option<String>,
    /// The speed dial, at least two digits.
    #[hash(order = 4)]
    pub speeddial: Option<String>,
}

/// The server's words for success.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page", with = Self::from_element)]
pub struct SavedRecord(pub Done);

/// Messages are what is wrong with the record; an error stands beside them as a rule.
#[derive(FromXml)]
struct Page {
    status: Option<Done>,
    #[mor(rename = "message")]
    messages: Vec<String>,
}

impl SavedRecord {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let Page { status, messages } = Page::from_xml(element)?;
        status.map(Self).ok_or_else(|| {
            let refused = messages.iter().map(|message| element.refuse(message)).last();
            refused.unwrap_or_else(|| element.bad_value(Done::EXPECTED, ""))
        })
    }
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, Fault, from_xml};

    use super::*;

    #[test]
    fn messages_beside_the_error_tell_the_reason() {
        let xml = "<page><error>Phonebook was not saved</error><message>Speed Dial must be numeric</message></page>";
        let Err(AnswerError::Refused(refusal)) = from_xml::<SavedRecord>(xml) else { panic!() };
        assert_eq!(refusal.messages, ["Phonebook was not saved", "Speed Dial must be numeric"]);
        assert_eq!(RecordFault::from_refusal(&refusal), Some(RecordFault::SpeedDialNotNumeric));
    }

    #[test]
    fn an_error_alone_is_kept() {
        let xml = "<page><error>Phonebook was not saved</error></page>";
        let Err(AnswerError::Refused(refusal)) = from_xml::<SavedRecord>(xml) else { panic!() };
        assert_eq!(RecordFault::from_refusal(&refusal), Some(RecordFault::NotSaved));
    }
}
