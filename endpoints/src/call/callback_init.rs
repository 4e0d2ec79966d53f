//! `callback_init`: calls one number and connects it with another.

use mor_api::{DecodeError, Element, Endpoint, FromXml, Secret};

use super::CallbackFault;
use crate::{DeviceId, LcrId, ServerId, TariffId};

/// Calls `src` and, when it answers, connects it with `dst`.
///
/// A repeated call rings again, and both legs are charged again. Servers before X4 know the function as `callback`
/// only. No password is sent: only very old ones wanted it.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "callback_init",
    aliases = ["callback"],
    addon = "Callback",
    effect = write,
    response = CallbackStarted,
    fault = CallbackFault,
    verify = "`user_calls_get` with the `callback_uniqueid` you sent as `s_callback_uniqueid`, once \
              the call has ended; `active_calls_get` while it lasts",
)]
pub struct CallbackInit {
    /// The device that starts the callback and lends it its caller ID. It has to be the caller's own: an old page
    /// lets the admin use anybody's, X5 does not.
    #[hash(order = 1)]
    pub device: DeviceId,
    /// Number to connect with; if left out, whoever answers at `src` is asked to key it in.
    #[hash(order = 2)]
    pub dst: Option<String>,
    /// Number that is called first.
    #[hash(order = 3)]
    pub src: String,
    /// Caller ID shown to `src` (leg A), in place of the server's setting.
    #[nohash]
    pub cli_lega: Option<String>,
    /// Caller ID shown to `dst` (leg B), in place of the server's setting.
    #[nohash]
    pub cli_legb: Option<String>,
    /// PIN of a calling card. Newer than X5.
    #[nohash]
    pub card_pin: Option<Secret>,
    /// The user's tariff for leg A. Newer than X5.
    #[nohash]
    pub lega_tariff_id: Option<TariffId>,
    /// The reseller's tariff for leg A. Newer than X5.
    #[nohash]
    pub lega_reseller_tariff_id: Option<TariffId>,
    /// The user's LCR for leg A. Newer than X5.
    #[nohash]
    pub lega_lcr_id: Option<LcrId>,
    /// The server that makes the calls. Newer than X5.
    #[nohash]
    pub server_id: Option<ServerId>,
    /// Asks for an identifier that the records of both legs carry. Newer than X5.
    #[nohash]
    pub callback_uniqueid: Option<bool>,
}

/// The callback was started.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "*", with = Self::from_element)]
pub struct CallbackStarted {
    /// The identifier of both legs, if it was asked for. Where it stands is known from another client only, so it
    /// may be missing although the server sent it: then it is in the raw answer.
    pub callback_uniqueid: Option<String>,
}

/// `Status` is the root of X5 and `status` that of X3; elsewhere it stands in a root whose name is unknown.
#[derive(FromXml)]
struct Answer {
    #[mor(text)]
    text: Option<String>,
    status: Option<String>,
    callback_uniqueid: Option<String>,
}

impl CallbackStarted {
    /// One element carries success and failure: everything but `Ok` is a failure.
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let answer = Answer::from_xml(element)?;
        match answer.status.or(answer.text) {
            Some(status) if status.trim().eq_ignore_ascii_case("Ok") => {
                Ok(Self { callback_uniqueid: answer.callback_uniqueid })
            }
            Some(status) => Err(element.refuse(&status)),
            None => Err(element.bad_value("a status", "")),
        }
    }
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, from_xml};

    use super::*;

    fn read(xml: &str) -> Result<CallbackStarted, AnswerError> {
        from_xml(xml)
    }

    #[test]
    fn every_known_form_of_success() {
        let started = Ok(CallbackStarted { callback_uniqueid: None });
        for xml in ["<Status>Ok</Status>", "<status>OK</status>", "<page><status>ok</status></page>"] {
            assert_eq!(read(xml), started, "{xml}");
        }
        let answer = read("<page><status>Ok</status><callback_uniqueid>a.1</callback_uniqueid></page>");
        assert_eq!(answer, Ok(CallbackStarted { callback_uniqueid: Some("a.1".to_owned()) }));
    }

    #[test]
    fn every_other_text_is_a_refusal() {
        for (xml, text) in [
            ("<Status>Bad device</Status>", "Bad device"),
            ("<Status>Okay</Status>", "Okay"),
            ("<status><error>Incorrect hash</error></status>", "Incorrect hash"),
            ("<page><status><error>Access Denied</error></status></page>", "Access Denied"),
        ] {
            assert!(
                matches!(read(xml), Err(AnswerError::Refused(refusal)) if refusal.message() == text),
                "{xml}"
            );
        }
        assert!(matches!(read("<Status/>"), Err(AnswerError::Decode(_))));
    }
}
