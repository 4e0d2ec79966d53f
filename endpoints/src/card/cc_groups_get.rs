//! `cc_groups_get`: lists the groups of calling cards.

use mor_api::{DecodeError, Element, Endpoint, FromXml};
use rust_decimal::Decimal;

use super::CardGroupsFault;
use crate::{CardGroupId, LongDecimal};

/// Lists the groups of calling cards, or shows one.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "cc_groups_get",
    since = "X7",
    addon = "Calling Cards",
    effect = read,
    response = CardGroups,
    fault = CardGroupsFault,
)]
pub struct CcGroupsGet {
    /// Only this group.
    #[nohash]
    pub cc_group_id: Option<CardGroupId>,
}

/// The groups the caller may see.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct CardGroups {
    /// One for each group.
    #[mor(path = "cc_groups/cc_group", rows)]
    pub groups: Vec<CardGroup>,
}

/// A group of calling cards.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct CardGroup {
    /// Its ID.
    #[mor(rename = "group_id")]
    pub id: CardGroupId,
    /// File name of its picture.
    #[mor(rename = "group_image")]
    pub image: Option<String>,
    /// Its name.
    #[mor(rename = "group_name")]
    pub name: String,
    /// Its description, if it has one.
    #[mor(rename = "group_description")]
    pub description: Option<String>,
    /// `group_number_pin_length`: how long numbers and PINs of its cards are, written `10/4`.
    #[mor(rename = "group_number_pin_length")]
    pub lengths: CardLengths,
    /// `group_tarrif` (spelled so): name of its tariff.
    #[mor(rename = "group_tarrif")]
    pub tariff: String,
    /// Name of its LCR; missing if the LCR is not the caller's own.
    #[mor(rename = "group_lcr")]
    pub lcr: Option<String>,
    /// Price of a card. Servers include tax, which the vendor's page does not say, and may write dozens of digits.
    #[mor(rename = "group_price")]
    pub price: LongDecimal,
    /// Price of a card without tax.
    #[mor(rename = "group_price_without_tax")]
    pub price_without_tax: Decimal,
    /// How many cards it has.
    #[mor(rename = "group_cards_count")]
    pub cards: u64,
    /// Currency of the prices; X8 and older servers do not say it.
    #[mor(rename = "group_currency")]
    pub currency: Option<String>,
}

/// How long numbers and PINs of a group's cards are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, FromXml)]
#[mor(with = Self::from_element)]
pub struct CardLengths {
    /// Digits of a number.
    pub number: u32,
    /// Digits of a PIN.
    pub pin: u32,
}

impl CardLengths {
    /// Reads the lengths of a text such as `10/4`.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let (number, pin) = text.trim().split_once('/')?;
        Some(Self { number: number.parse().ok()?, pin: pin.parse().ok()? })
    }

    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        element.parse_text("the lengths of numbers and PINs (10/4)", Self::from_text)
    }
}
