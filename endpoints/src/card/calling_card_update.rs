//! `calling_card_update`: changes a calling card.

use jiff::Timestamp;
use mor_api::{Endpoint, FromXml, Secret};
use rust_decimal::Decimal;

use super::{CallingCardUpdateFault, FirstUse};
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
