//! Calls in progress: the answer of `active_calls_get`.

use mor_api::{DecodeError, Element, ElementMap, FromXml};

use super::ActiveCallStatus;
use crate::{ActiveCallId, DeviceId, UserId};

/// The calls in progress.
///
/// The vendor's page shows one `active_call` without anything around it; another client reads the calls as
/// children of a root of which it does not say the name. Both forms are read. An answer that says something else
/// is an error, not an empty list.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "*", with = Self::from_element)]
pub struct ActiveCalls {
    /// One for each call.
    #[mor(rename = "active_call")]
    pub calls: Vec<ActiveCall>,
}

/// A call in progress.
///
/// The only sample breaks off in the middle and shows a call between two devices, so nothing but ID and state is
/// taken for certain.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct ActiveCall {
    /// Its ID while it lasts, as [`SpyCall`](super::SpyCall) wants it.
    pub id: ActiveCallId,
    /// Unique ID, which its record keeps. From March 2024.
    pub uniqueid: Option<String>,
    /// Whether it was answered.
    pub status: ActiveCallStatus,
    /// When it was answered; nothing while it rings. The format is not documented.
    pub answer_time: Option<String>,
    /// How long it has lasted; nothing while it rings. Unit and format are not documented.
    pub duration: Option<String>,
    /// `src`: number that calls.
    #[mor(rename = "src")]
    pub source_number: Option<String>,
    /// ID of the user who calls.
    pub user_id: Option<UserId>,
    /// Name of the user who calls.
    pub user: Option<String>,
    /// ID of the device that calls.
    pub src_device_id: Option<DeviceId>,
    /// Technology of the device that calls: `SIP`.
    pub device_type: Option<String>,
    /// Extension of the device that calls.
    pub device_extension: Option<String>,
    /// Name of the device that calls.
    pub device_name: Option<String>,
    /// `device_istrunk`: whether the device that calls is a trunk.
    #[mor(rename = "device_istrunk")]
    pub device_is_trunk: Option<bool>,
    /// Whether ANI is on for the device that calls.
    pub device_ani: Option<bool>,
    /// `localized_dst`: called number, after the localization rules.
    #[mor(rename = "localized_dst")]
    pub localized_destination: Option<String>,
    /// The elements that the sample does not show, by wire name.
    #[mor(rest)]
    pub other: ElementMap,
}

/// Calls below some root.
#[derive(FromXml)]
struct Listed {
    #[mor(rename = "active_call")]
    calls: Vec<ActiveCall>,
    #[mor(rest)]
    other: ElementMap,
}

impl ActiveCalls {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        if element.name() == "active_call" {
            return ActiveCall::from_xml(element).map(|call| Self { calls: vec![call] });
        }
        let Listed { calls, other } = Listed::from_xml(element)?;
        match other.iter().find(|(_, text)| !text.trim().is_empty()) {
            Some((_, text)) if calls.is_empty() => Err(element.bad_value("elements active_call", text)),
            _ => Ok(Self { calls }),
        }
    }
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, from_xml};

    use super::*;

    fn ids(xml: &str) -> Result<Vec<u64>, AnswerError> {
        from_xml::<ActiveCalls>(xml).map(|answer| answer.calls.iter().map(|call| call.id.0).collect())
    }

    #[test]
    fn one_bare_call_or_several_below_any_root() {
        let call = |id| format!("<active_call><id>{id}</id><status>Ringing</status><x>1</x></active_call>");
        assert_eq!(ids(&call(31)), Ok(vec![31]));
        assert_eq!(ids(&format!("<page>{}{}</page>", call(31), call(32))), Ok(vec![31, 32]));
        assert_eq!(ids(&format!("<active_calls>{}</active_calls>", call(33))), Ok(vec![33]));
        for empty in ["<page/>", "<page>\n</page>", "<page><active_calls/></page>"] {
            assert_eq!(ids(empty), Ok(Vec::new()), "{empty}");
        }
    }

    #[test]
    fn what_is_no_list_is_an_error() {
        assert!(matches!(
            ids("<page><calls><call><id>1</id></call></calls></page>"),
            Err(AnswerError::Decode(_))
        ));
        assert!(matches!(
            ids("<status><error>Incorrect hash</error></status>"),
            Err(AnswerError::Refused(_))
        ));
        assert!(matches!(ids("<error>Server was not found</error>"), Err(AnswerError::Refused(_))));
    }
}
