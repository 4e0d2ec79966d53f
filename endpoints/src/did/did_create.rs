//! `did_create`: creates a DID.

use mor_api::{DecodeError, Element, Endpoint, FromXml};

use super::DidCreateFault;
use crate::{DidId, Done, DoneInStatus, ProviderId};

/// Creates a DID under a provider.
///
/// Servers up to X3 answer in an older layout: the server's words are the text of `status`, and the ID follows it.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "did_create",
    since = "X3",
    effect = write,
    response = DidCreated,
    fault = DidCreateFault,
    verify = "`dids_get` with the `did` as `search_did_number` finds it",
)]
pub struct DidCreate {
    /// The provider the DID comes from. The page lets a reseller leave it out for his default provider; servers
    /// from X5 on want it always.
    #[hash(order = 1)]
    pub provider_id: ProviderId,
    /// The number of the DID, digits only.
    #[hash(order = 2)]
    pub did: String,
}

/// The new DID.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page", with = Self::from_element)]
pub struct DidCreated {
    /// `success`: the server's words for it; up to X3 the text of `status` itself.
    pub message: Done,
    /// ID of the new DID. Every documented answer has it; without it the DID was created all the same.
    pub id: Option<DidId>,
    /// Its number; only if the request asked with `test=1`.
    pub did: Option<String>,
}

/// Both layouts: `did_details` next to `status`, and the ID directly next to it.
#[derive(FromXml)]
struct Answer {
    status: DoneInStatus,
    #[mor(path = "did_details/id")]
    id: Option<DidId>,
    #[mor(path = "did_details/did")]
    did: Option<String>,
    #[mor(rename = "id")]
    old_id: Option<DidId>,
}

impl DidCreated {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let Answer { status: DoneInStatus(message), id, did, old_id } = Answer::from_xml(element)?;
        Ok(Self { message, id: id.or(old_id), did })
    }
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, from_xml};

    use super::*;

    #[test]
    fn both_layouts_and_a_success_without_an_id() {
        for (answer, id) in [
            ("<status><success>DID created</success></status><did_details><id>9</id></did_details>", Some(9)),
            ("<status>DID created</status><id>9</id>", Some(9)),
            ("<status>DID created</status>", None),
            ("<status><success>DID created</success></status><did_details><id/></did_details>", None),
        ] {
            let created: DidCreated = from_xml(&format!("<page>{answer}</page>")).unwrap();
            assert_eq!((created.message.0.as_str(), created.id), ("DID created", id.map(DidId)), "{answer}");
        }
        let refused: Result<DidCreated, _> =
            from_xml("<page><status><error>DID already exists</error></status></page>");
        assert!(matches!(refused, Err(AnswerError::Refused(_))), "{refused:?}");
    }
}
