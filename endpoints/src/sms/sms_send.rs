//! `sms_send`: sends a short message.

use mor_api::{DecodeError, Element, Endpoint, FromXml};
use rust_decimal::Decimal;

use super::SmsSendFault;
use crate::{SmsId, SmsLcrId};

/// Sends a short message; every 160 characters that are started count as one.
///
/// A repeated call sends it a second time. Who may call the function is documented differently: everybody, only
/// admins and resellers, only plain users.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "sms_send",
    aliases = ["send_sms"],
    since = "12",
    addon = "SMS",
    effect = write,
    response = SentSms,
    fault = SmsSendFault,
    verify = "`user_sms_get` by `number` (your `dst`) and the period `from`, `till` lists what was \
              sent",
)]
pub struct SmsSend {
    /// The SMS LCR to route by.
    #[hash(order = 1)]
    pub lcr_id: SmsLcrId,
    /// Number to send to.
    #[hash(order = 2)]
    pub dst: String,
    /// Number that is shown as the sender.
    #[hash(order = 3)]
    pub src: String,
    /// The text.
    ///
    /// X5 percent-decodes it once more than needed. There a `%` with two hexadecimal digits behind it stays what it
    /// is only if the text is percent-encoded beforehand; the hash is that of the text as it is given here.
    #[hash(order = 4)]
    pub message: String,
}

/// A message that was sent. Every known version sends all details; an `ok` without them is still a success.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/response", with = Self::from_element)]
pub struct SentSms {
    /// The word `ok`.
    pub status: String,
    /// `message/message_id`: its ID.
    #[mor(path = "message/message_id")]
    pub id: Option<SmsId>,
    /// `message/sms_status_code_tip`: what became of it, such as `SMS is sent`.
    #[mor(path = "message/sms_status_code_tip")]
    pub status_tip: Option<String>,
    /// Its price for the caller.
    #[mor(path = "message/price")]
    pub price: Option<Decimal>,
    /// Currency of the price.
    #[mor(path = "message/currency")]
    pub currency: Option<String>,
}

/// The answer as it comes.
#[derive(FromXml)]
struct Answer {
    status: String,
    #[mor(path = "message/message_id")]
    id: Option<SmsId>,
    #[mor(path = "message/sms_status_code_tip")]
    status_tip: Option<String>,
    #[mor(path = "message/price")]
    price: Option<Decimal>,
    #[mor(path = "message/currency")]
    currency: Option<String>,
}

impl SentSms {
    /// No status but `ok` is a success.
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let Answer { status, id, status_tip, price, currency } = Answer::from_xml(element)?;
        if !status.trim().eq_ignore_ascii_case("ok") {
            return Err(element.refuse(&status));
        }
        Ok(Self { status, id, status_tip, price, currency })
    }
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, from_xml};

    use super::*;

    #[test]
    fn ok_without_details_is_a_success() {
        let sent = from_xml::<SentSms>("<page><response><status>ok</status></response></page>").unwrap();
        assert_eq!((sent.id, sent.price, sent.currency), (None, None, None));
        let some = "<page><response><status>ok</status><message><message_id>8</message_id><price></price></message>\
            </response></page>";
        assert_eq!(from_xml::<SentSms>(some).unwrap().id, Some(SmsId(8)));
    }

    #[test]
    fn another_status_is_a_refusal() {
        let refused = from_xml::<SentSms>("<page><response><status>queue full</status></response></page>");
        let Err(AnswerError::Refused(refusal)) = refused else { panic!("{refused:?}") };
        assert_eq!(refusal.messages, ["queue full"]);
    }
}
