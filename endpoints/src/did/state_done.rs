//! Success that some servers tell by a status inside the status.

use mor_api::{DecodeError, Element, FromXml, ValueShape};

use crate::Done;

/// The server's words for success, from `status/success` or, where a server writes it so, from `status/status`.
///
/// The inner status can tell a failure, too. It counts as a success only if it says *successfully* without a
/// *not*; anything else is an error with the text in it, even where a server's language has another word.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status", with = Self::from_element)]
pub struct StateDone(pub Done);

impl StateDone {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let Answer { success, status } = Answer::from_xml(element)?;
        match success.or(status.map(|InnerStatus(words)| words)) {
            Some(words) => Ok(Self(words)),
            None => Err(element.bad_value("a message that tells success", "")),
        }
    }
}

#[derive(FromXml)]
struct Answer {
    success: Option<Done>,
    status: Option<InnerStatus>,
}

struct InnerStatus(Done);

impl FromXml for InnerStatus {
    const VALUE: ValueShape = Done::VALUE;

    #[inline]
    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let text = element.text()?;
        let mut words = text.split_whitespace();
        if text.contains("successfully") && !words.any(|word| word == "not") {
            Ok(Self(Done(text.trim().to_owned())))
        } else {
            Err(element.refuse(&text))
        }
    }
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, Refusal, from_xml};

    use super::*;

    #[test]
    fn success_in_either_element() {
        for name in ["success", "status"] {
            let xml = format!("<page><status><{name}> DID successfully deleted\n</{name}></status></page>");
            assert_eq!(from_xml(&xml), Ok(StateDone(Done("DID successfully deleted".to_owned()))), "{name}");
        }
    }

    #[test]
    fn another_inner_status_is_a_refusal() {
        for text in ["DID was not saved", "DID was not successfully closed", "Done"] {
            let xml = format!("<page><status><status>{text}</status></status></page>");
            let refusal = Refusal::new("page/status/status", text);
            assert_eq!(from_xml::<StateDone>(&xml), Err(AnswerError::Refused(refusal)));
        }
    }

    #[test]
    fn silence_is_no_success() {
        for xml in ["<page><status/></page>", "<page><status><status></status></status></page>"] {
            assert!(matches!(from_xml::<StateDone>(xml), Err(AnswerError::Decode(_))), "{xml}");
        }
    }
}
