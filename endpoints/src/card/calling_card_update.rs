//! `calling_card_update`: changes a calling card.

use jiff::Timestamp;
use mor_api::{Endpoint, Fault, FromXml, Secret};
use rust_decimal::Decimal;

use super::FirstUse;
use crate::{CardId, Done, UserId};

/// Changes a calling card; what is left out stays as it is.
///
/// X8 probably answers a `card_id` that does not exist with an HTTP error instead of a fault.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "calling_card_update",
    since = "X7",
    addon = "Calling Cards",
    effect = write,
    response = CallingCardUpdated,
    fault = CallingCardUpdateFault,
    verify = "`calling_cards_get` shows what the card has",
)]
pub struct CallingCardUpdate {
    /// The card to change.
    #[hash(order = 1)]
    pub card_id: CardId,
    /// New number; as long as the group's numbers are, and not in use.
    #[nohash]
    pub number: Option<String>,
    /// New name.
    #[nohash]
    pub name: Option<String>,
    /// New PIN; as long as the group's PINs are, and not in use. Ignored if the caller is an accountant who may
    /// not edit cards.
    #[nohash]
    pub pin: Option<Secret>,
    /// New batch number.
    #[nohash]
    pub batch_number: Option<String>,
    /// New caller ID; no other card may have it.
    #[nohash]
    pub callerid: Option<String>,
    /// New minimum balance, above 0.
    #[nohash]
    pub min_balance: Option<Decimal>,
    /// Until when the daily charge is paid.
    #[nohash]
    pub daily_charge_paid_till: Option<Timestamp>,
    /// New language, as a code such as `en`.
    #[nohash]
    pub language: Option<String>,
    /// When the card was used first. Newer than X8, which ignores it.
    #[nohash]
    pub first_use: Option<FirstUse>,
    /// The distributor. One that does not exist takes the present one away, without a message.
    #[nohash]
    pub distributor: Option<UserId>,
}

/// The server's words for success. X8 sends them at `page/status/success`, the vendor's page shows
/// `page/success`.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page", any_of = ["status/success", "success"])]
pub struct CallingCardUpdated(pub Done);

/// Why a card is not changed.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CallingCardUpdateFault {
    /// `card_id` is missing or no number.
    #[fault("Wrong Calling Card ID")]
    WrongId,
    /// There is no such card, or it is not the caller's.
    #[fault("Calling Card was not found", "Calling Card not found")]
    NotFound,
    /// `number` holds something else than digits.
    #[fault("Calling Card number must be numerical")]
    NumberNotNumerical,
    /// Another card has this number.
    #[fault("Number is already taken")]
    NumberTaken,
    /// `number` is not as long as the group's numbers; the text ends in the right length.
    #[fault(starts_with = "Bad number length, should be:")]
    NumberLength(String),
    /// Another card has this PIN.
    #[fault("PIN is already taken")]
    PinTaken,
    /// `pin` is not as long as the group's PINs; the text ends in the right length.
    #[fault(starts_with = "Bad PIN length, should be:")]
    PinLength(String),
    /// `pin` is empty.
    #[fault("Card PIN is blank")]
    PinBlank,
    /// Another card has this caller ID.
    #[fault("CallerID must be unique")]
    CallerIdTaken,
    /// `min_balance` is not above 0.
    #[fault("Bad minimal balance")]
    MinBalance,
    /// `min_balance` is no number.
    #[fault("Balance is not a numerical value")]
    MinBalanceNotNumerical,
    /// `daily_charge_paid_till` is no Unix time.
    #[fault("Wrong date entered")]
    WrongDate,
    /// `distributor` is no number.
    #[fault("Wrong distributor")]
    WrongDistributor,
}
