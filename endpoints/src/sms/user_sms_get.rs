//! `user_sms_get`: lists the short messages of a period.

use jiff::Timestamp;
use mor_api::{
    AnswerError, DecodeError, Document, Element, Endpoint, FromXml, Payload, Record, RecordShape, Response,
    ServerTime, Unknown, ValueShape,
};
use rust_decimal::Decimal;

use super::UserSmsFault;
use crate::{SmsId, SmsProviderId, UserId};

/// Lists the short messages of a period: of everybody for admins, his own and his users' for a reseller, his own
/// for a user.
///
/// The vendor's page and its example hash no parameter; another client hashes eight of them.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_sms_get",
    addon = "SMS",
    effect = read,
    response = SmsMessages,
    fault = UserSmsFault,
)]
pub struct UserSmsGet {
    /// Start of the period; today 00:00 if left out.
    #[nohash]
    pub from: Option<Timestamp>,
    /// End of the period; today 23:59 if left out.
    #[nohash]
    pub till: Option<Timestamp>,
    /// Only messages of this user.
    #[nohash]
    pub user_id: Option<UserId>,
    /// Only messages in this state; some codes start with zeros: `003`.
    #[nohash]
    pub status_code: Option<String>,
    /// Only messages over this SMS provider.
    #[nohash]
    pub provider_id: Option<SmsProviderId>,
    /// Only messages of this reseller and his users.
    #[nohash]
    pub reseller_id: Option<UserId>,
    /// Only messages to destinations with this prefix. The list of parameters calls it so, see `prefix`.
    #[nohash]
    pub destination: Option<String>,
    /// The same under the name of the page's example. Which name servers read is not established.
    #[nohash]
    pub prefix: Option<String>,
    /// Only messages to this number.
    #[nohash]
    pub number: Option<String>,
}

/// The messages that match.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct SmsMessages {
    /// One for each message.
    #[mor(rename = "sms_message")]
    pub messages: Vec<SmsMessage>,
}

/// A message. Which columns there are depends on the caller: those of the provider are for the admin and accountants,
/// those of the reseller not for plain users.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct SmsMessage {
    /// Its ID.
    pub id: SmsId,
    /// `sending_date`: when it was sent.
    #[mor(rename = "sending_date")]
    pub sent_at: ServerTime,
    /// Its state; some codes start with zeros: `003`.
    pub status_code: String,
    /// The SMS provider that took it. Not shown to resellers, partners and plain users.
    pub provider_id: Option<SmsProviderId>,
    /// What the provider charges for one message. Not shown to resellers, partners and plain users.
    pub provider_rate: Option<Decimal>,
    /// What the provider charged for this one. Not shown to resellers, partners and plain users.
    pub provider_price: Option<Decimal>,
    /// Whose message it is.
    pub user_id: UserId,
    /// What the user is charged for one message.
    pub user_rate: Decimal,
    /// What the user was charged for this one.
    pub user_price: Decimal,
    /// The user's reseller; 0 is the admin. Not shown to resellers and plain users.
    pub reseller_id: Option<UserId>,
    /// What the reseller is charged for one message. Not shown to plain users; a reseller sees it as `self_cost_rate`.
    pub reseller_rate: Option<Decimal>,
    /// What the reseller was charged for this one. Not shown to plain users; a reseller sees it as `self_cost_price`.
    pub reseller_price: Option<Decimal>,
    /// What the caller, a reseller, is charged for one message. X8.
    pub self_cost_rate: Option<Decimal>,
    /// What the caller, a reseller, was charged for this one. X8.
    pub self_cost_price: Option<Decimal>,
    /// Prefix of the destination.
    pub prefix: Option<String>,
    /// Number it was sent to.
    pub number: Option<String>,
    /// ID at Clickatell, for messages over that provider.
    pub clickatell_message_id: Option<String>,
}

/// The list is the document on the vendor's page, but other sources have a `page` around it.
impl Response for SmsMessages {
    const SHAPE: &'static RecordShape = &RecordShape::at::<Self>(At::<true>::ROOT);

    #[inline]
    fn read(body: Payload<'_>, unknown: Option<&mut Vec<Unknown>>) -> Result<Self, AnswerError> {
        if body.root() == Some("page") {
            At::<true>::read(body, unknown).map(|At(messages)| messages)
        } else {
            At::<false>::read(body, unknown).map(|At(messages)| messages)
        }
    }
}

/// The list inside a `page`, or as the document.
struct At<const IN_PAGE: bool>(SmsMessages);

impl<const IN_PAGE: bool> FromXml for At<IN_PAGE> {
    const VALUE: ValueShape = SmsMessages::VALUE;

    #[inline]
    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        SmsMessages::from_xml(element).map(Self)
    }
}

impl<const IN_PAGE: bool> Document for At<IN_PAGE> {
    const ROOT: &'static [&'static str] = if IN_PAGE { &["page", "sms_messages"] } else { &["sms_messages"] };
}

impl<const IN_PAGE: bool> Record for At<IN_PAGE> {
    const RECORD: &'static RecordShape = &RecordShape::at::<SmsMessages>(Self::ROOT);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_may_stand_in_a_page() {
        for xml in ["<sms_messages/>", "<page><sms_messages/></page>"] {
            assert!(SmsMessages::decode(Payload::Xml(xml)).unwrap().messages.is_empty(), "{xml}");
        }
        let refused = SmsMessages::decode(Payload::Xml("<page><error>Access Denied</error></page>"));
        assert!(matches!(refused, Err(AnswerError::Refused(_))));
    }

    /// One message with these columns between its state and its number.
    fn message(columns: &str) -> SmsMessage {
        let xml = format!(
            "<page><sms_messages><sms_message><id>4</id><sending_date>2016-05-06 07:08:09 +0300</sending_date>\
             <status_code>005</status_code>{columns}<user_id>9</user_id><user_rate>0.2</user_rate>\
             <user_price>0.4</user_price><prefix></prefix><number>+37060000002</number>\
             <clickatell_message_id></clickatell_message_id></sms_message></sms_messages></page>"
        );
        let (list, unknown) = SmsMessages::decode_strict(Payload::Xml(&xml)).unwrap();
        assert!(unknown.is_empty(), "{unknown:?}");
        list.messages.into_iter().next().unwrap()
    }

    #[test]
    fn every_caller_sees_other_columns() {
        let plain = message("");
        assert_eq!((plain.provider_id, plain.provider_rate, plain.provider_price), (None, None, None));
        assert_eq!((plain.reseller_id, plain.reseller_rate, plain.self_cost_rate), (None, None, None));
        assert_eq!((plain.status_code.as_str(), plain.number.as_deref()), ("005", Some("+37060000002")));

        let reseller = message("<self_cost_rate>0.1</self_cost_rate><self_cost_price>0.3</self_cost_price>");
        assert_eq!(reseller.self_cost_price, Some(Decimal::new(3, 1)));

        let accountant = message(
            "<provider_id></provider_id><provider_rate>0.05</provider_rate><provider_price></provider_price>\
             <reseller_id>0</reseller_id><reseller_rate>0.1</reseller_rate><reseller_price>0.1</reseller_price>",
        );
        assert_eq!((accountant.provider_id, accountant.provider_price), (None, None));
        assert_eq!(accountant.provider_rate, Some(Decimal::new(5, 2)));
        assert_eq!(accountant.reseller_id, Some(UserId(0)));
    }
}
