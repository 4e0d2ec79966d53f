//! `card_group_get`: shows what the cards of a group are like and cost.

use mor_api::{Endpoint, Fault, FromXml};
use rust_decimal::Decimal;

use crate::CardGroupId;

/// Shows what the cards of a group are like, what one costs and how many are free. Callers find their own groups,
/// accountants those of the admin.
///
/// Older servers know it as `show_calling_card_group`; the present name is of X4.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "card_group_get",
    aliases = ["show_calling_card_group"],
    since = "12",
    addon = "Calling Cards",
    effect = read,
    response = CardGroupDetails,
    fault = CardGroupDetailsFault,
)]
pub struct CardGroupGet {
    /// The group.
    #[hash(order = 1)]
    pub id: CardGroupId,
}

/// A group of calling cards, as a shop shows it.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/cardgroup")]
pub struct CardGroupDetails {
    /// Its name.
    pub name: String,
    /// `iamge_link` (spelled so): path of its picture on the server.
    #[mor(rename = "iamge_link")]
    pub image_link: Option<String>,
    /// Its description, if it has one.
    pub description: Option<String>,
    /// Price of a card without tax.
    pub price: Decimal,
    /// Price of a card with tax.
    pub price_with_tax: Decimal,
    /// Currency of the prices.
    pub currency: String,
    /// `free_cards_size`: how many cards can be sold.
    #[mor(rename = "free_cards_size")]
    pub free_cards: u64,
    /// Digits of a PIN.
    pub pin_length: u32,
    /// Digits of a card number.
    pub number_length: u32,
}

/// Why a group is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CardGroupDetailsFault {
    /// The group has more than 10 cards, and the add-on is missing.
    #[fault("This is a limited version. You can have only 10 Cards.")]
    Limited,
    /// There is no such group, or it is not the caller's.
    #[fault("Cardgroup was not found")]
    NotFound,
}
