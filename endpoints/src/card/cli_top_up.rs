//! What the present and the former function for top-ups by caller ID share.

use mor_api::{DecodeError, Element, Fault, FromXml, Secret};
use rust_decimal::Decimal;

use crate::{CardGroupId, CardId, DeviceId, UserId};

/// A calling card after a top-up by caller ID.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct CliCard {
    /// Its ID.
    pub id: CardId,
    /// Its group.
    pub cardgroup_id: CardGroupId,
    /// Its new balance without tax.
    pub balance: Decimal,
    /// Its new balance with tax. Servers send it; the vendor's page does not show it.
    pub balance_with_vat: Option<Decimal>,
    /// The caller ID; none on a card that lost it to another one.
    pub callerid: Option<String>,
    /// Its PIN.
    pub pin: Secret,
    /// Its number.
    pub number: String,
}

/// One `response` element: either it holds a card, or what became of a user.
#[derive(FromXml)]
pub(super) struct Part {
    status: String,
    pub(super) card: Option<CliCard>,
    pub(super) device_id: Option<DeviceId>,
    pub(super) user_id: Option<UserId>,
    pub(super) new_balance: Option<Decimal>,
    pub(super) new_balance_with_vat: Option<Decimal>,
}

#[derive(FromXml)]
struct Answer {
    #[mor(rename = "response")]
    parts: Vec<Part>,
}

/// The parts of an answer, all of which say `ok`.
#[inline]
pub(super) fn parts(element: &mut Element<'_, '_>) -> Result<Vec<Part>, DecodeError> {
    let parts = Answer::from_xml(element)?.parts;
    match parts.iter().find(|part| !part.status.trim().eq_ignore_ascii_case("ok")) {
        Some(failed) => Err(element.refuse(&failed.status)),
        None => Ok(parts),
    }
}

/// Why a top-up by caller ID fails. Which function sends which text is said only where one alone does.
///
/// Other reasons why a card cannot be sold are not documented: [`Other`](mor_api::Refused::Other).
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CliTopUpFault {
    /// The group in `cardgroup_id` has more than 10 cards, and the add-on is missing.
    #[fault("This is a limited version. You can have only 10 Cards.")]
    Limited,
    /// `callerid` is missing or empty.
    #[fault("Callerid must be specified")]
    CallerIdMissing,
    /// A provider has this caller ID. Only the former function.
    #[fault("Callerid belongs to provider")]
    CallerIdOfProvider,
    /// There is no card with this PIN, or it is not the caller's.
    #[fault("PIN number not found")]
    PinNotFound,
    /// There is nothing on the card with this PIN.
    #[fault("PIN number balance is zero")]
    NothingToMove,
    /// The card with this PIN is sold. Only the former function.
    #[fault("PIN number already sold")]
    PinSold,
    /// The caller ID is unknown, and `cardgroup_id` names no usable group.
    #[fault("Supplied Cardgroup_id is invalid")]
    GroupInvalid,
    /// The group is another owner's.
    #[fault("You do not have permission to access cardgroup")]
    GroupDenied,
    /// The card is another owner's.
    #[fault("You do not have permission to access card")]
    CardDenied,
    /// The device with this caller ID belongs to a user of another owner.
    #[fault(
        "You do not have permission to add to user's balance",
        "Device already has such callerid, but you do not have permission to change user's balance"
    )]
    UserDenied,
    /// There is no such card. Only the former function.
    #[fault("Could not find card")]
    CardNotFound,
    /// No card could be created. Only the former function.
    #[fault("Could not create card")]
    CardNotCreated,
    /// The card cannot be sold, because it is.
    #[fault("Cannot sell already sold card")]
    AlreadySold,
    /// The payment could not be booked. In one place the former function misspells it.
    #[fault("Failed to make transaction", "Failed to make tansaction")]
    TransactionFailed,
}
