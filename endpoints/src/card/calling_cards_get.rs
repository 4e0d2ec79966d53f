//! `calling_cards_get`: lists calling cards.

use mor_api::{Endpoint, FromXml, Secret, ServerTime, WireEnum};
use rust_decimal::Decimal;

use super::CallingCardsFault;
use crate::{CardId, UserId};

/// Lists the calling cards that fit all filters. Without the add-on at most 10 cards of each group are listed.
///
/// Number, name, PIN, caller ID and batch number are compared with SQL `LIKE`: `%` stands for any text and `_`
/// for any character.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "calling_cards_get",
    since = "X7",
    addon = "Calling Cards",
    effect = read,
    response = CallingCards,
    fault = CallingCardsFault,
)]
pub struct CallingCardsGet {
    /// Number of the card.
    #[nohash]
    pub number: Option<String>,
    /// Name of the card.
    #[nohash]
    pub name: Option<String>,
    /// PIN of the card.
    #[nohash]
    pub pin: Option<Secret>,
    /// Batch number.
    #[nohash]
    pub batch_number: Option<String>,
    /// Lowest balance.
    #[nohash]
    pub min_balance: Option<Decimal>,
    /// Highest balance.
    #[nohash]
    pub max_balance: Option<Decimal>,
    /// Caller ID from which the card is used without a PIN.
    #[nohash]
    pub callerid: Option<String>,
    /// Language, as a code.
    #[nohash]
    pub language: Option<String>,
    /// Only sold or only unsold cards; all if left out.
    #[nohash]
    pub sold: Option<SoldFilter>,
    /// Only cards of this distributor.
    #[nohash]
    pub distributor: Option<UserId>,
}

/// The cards that were found.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct CallingCards {
    /// One list for every group that has such cards; which group it is, the server does not say.
    #[mor(rename = "cards", rows)]
    pub groups: Vec<CardsOfGroup>,
}

impl CallingCards {
    /// The cards of all groups.
    #[inline]
    pub fn cards(&self) -> impl Iterator<Item = &CallingCard> {
        self.groups.iter().flat_map(|group| &group.cards)
    }
}

/// Cards of one group.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct CardsOfGroup {
    /// The cards.
    #[mor(rename = "card")]
    pub cards: Vec<CallingCard>,
}

/// A calling card.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct CallingCard {
    /// Its ID.
    #[mor(rename = "card_id")]
    pub id: CardId,
    /// Its number.
    #[mor(rename = "card_number")]
    pub number: String,
    /// Its name, if it has one.
    #[mor(rename = "card_name")]
    pub name: Option<String>,
    /// Its PIN; not shown to accountants without the right.
    #[mor(rename = "card_pin")]
    pub pin: Option<Secret>,
    /// Its batch number, if it has one.
    #[mor(rename = "card_batch_number")]
    pub batch_number: Option<String>,
    /// Caller ID from which it is used without a PIN, if one is set.
    #[mor(rename = "card_callerid")]
    pub callerid: Option<String>,
    /// Its balance.
    #[mor(rename = "card_balance")]
    pub balance: Decimal,
    /// Its minimum balance.
    #[mor(rename = "card_minimal_balance")]
    pub minimal_balance: Decimal,
    /// When it was used first, if ever. Old servers name a zone.
    #[mor(rename = "card_first_use")]
    pub first_use: Option<ServerTime>,
    /// Until when its daily charge is paid. Old servers name a zone.
    #[mor(rename = "card_daily_charge_paid_till")]
    pub daily_charge_paid_till: Option<ServerTime>,
    /// Whether it is sold.
    #[mor(rename = "card_sold")]
    pub sold: bool,
    /// Its language, as a code.
    #[mor(rename = "card_language")]
    pub language: String,
    /// Name of the distributor, if one is set.
    #[mor(rename = "card_distributor")]
    pub distributor: Option<String>,
    /// Currency of its amounts; servers from before June 2017 do not say it.
    #[mor(rename = "card_currency")]
    pub currency: Option<String>,
}

/// Whether cards are sold. The vendor's example sends `0`, which servers ignore.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum SoldFilter {
    /// Only sold cards.
    #[mor(value = "yes")]
    Sold,
    /// Only cards that are not sold.
    #[mor(value = "no")]
    Unsold,
    /// Both.
    All,
}
