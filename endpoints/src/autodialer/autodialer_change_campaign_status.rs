//! `autodialer_change_campaign_status`: starts a stopped campaign, stops a running one.

use mor_api::{
    AnswerError, DecodeError, Element, Endpoint, FieldShape, FromXml, Kind, Payload, Presence, RecordShape,
    Response, Unknown, ValueShape, WireEnum,
};

use super::CampaignStatusFault;
use crate::CampaignId;

/// Starts a stopped campaign, stops a running one.
///
/// It is a toggle: there is no way to say which state is wanted, and every call flips it. Only the answer tells
/// the state that holds now. Do not repeat a call whose outcome is unknown: if it was executed, the second one
/// undoes it.
///
/// Only `id` is hashed. The vendor's page lists `u` as well, but its example hash is that of the ID and the key,
/// but for five altered digits.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "autodialer_change_campaign_status",
    since = "X16",
    addon = "Auto-Dialer",
    effect = write,
    response = CampaignStatus,
    fault = CampaignStatusFault,
    verify = "no function tells a campaign's state, and each call flips it: look at the campaign in \
              the GUI",
)]
pub struct AutodialerChangeCampaignStatus {
    /// ID of the campaign in the MOR database.
    #[hash(order = 1)]
    pub id: CampaignId,
}

/// What a campaign does after the call.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum CampaignStatus {
    /// It was stopped and is running now.
    #[mor(value = "Campaign started")]
    Started,
    /// It was running and is stopped now.
    #[mor(value = "Campaign stopped")]
    Stopped,
    /// A success in words that are not documented: the campaign was switched one way or the other.
    #[mor(other)]
    Other(String),
}

impl Response for CampaignStatus {
    const SHAPE: &'static RecordShape = &RecordShape::of_value(
        "CampaignStatus",
        "The status that the campaign has now.",
        &["page", "status", "success"],
        &[FieldShape::new(
            "",
            <Self as FromXml>::VALUE,
            Presence::Required,
            "The status that the campaign has now.",
        )],
    );

    #[inline]
    fn read(body: Payload<'_>, unknown: Option<&mut Vec<Unknown>>) -> Result<Self, AnswerError> {
        Answer::read(body, unknown).map(|answer| answer.success)
    }
}

#[derive(FromXml)]
#[mor(root = "page/status")]
struct Answer {
    success: CampaignStatus,
    #[mor(rename = "message")]
    _message: Option<Message>,
}

/// Why the campaign was not started. It stands where others have an `error`, so reading it is the refusal.
enum Message {}

impl FromXml for Message {
    const VALUE: ValueShape = ValueShape::Value(Kind::Text);

    #[inline]
    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let text = element.text()?;
        Err(element.refuse(&text))
    }
}
