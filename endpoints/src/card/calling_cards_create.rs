//! `calling_cards_create`: creates the calling cards of a range of numbers.

use mor_api::{DecodeError, Element, Endpoint, FromXml};
use rust_decimal::Decimal;

use super::CallingCardsCreateFault;
use crate::{CardGroupId, UserId};

/// Creates the calling cards of a range of numbers in a group.
///
/// Numbers that exist already are skipped: compare the two counts of the answer. An optional value that is wrong is
/// ignored without a message.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "calling_cards_create",
    since = "X7",
    addon = "Calling Cards",
    effect = write,
    response = CardsCreated,
    fault = CallingCardsCreateFault,
    verify = "`calling_cards_get` lists the cards; a second call skips the numbers that are there \
              already",
)]
pub struct CallingCardsCreate {
    /// The group.
    #[hash(order = 1)]
    pub card_group_id: CardGroupId,
    /// First number, exactly as long as the group's numbers are.
    #[hash(order = 2)]
    pub cards_from: String,
    /// Last number, of the same length. The server compares both as texts.
    #[hash(order = 3)]
    pub cards_till: String,
    /// Batch number of the cards.
    #[nohash]
    pub batch_number: Option<String>,
    /// Minimum balance of the cards.
    #[nohash]
    pub min_balance: Option<Decimal>,
    /// The distributor, who must belong to the owner of the group.
    #[nohash]
    pub distributor_id: Option<UserId>,
    /// Language of the cards, as a code; `en` if left out.
    #[nohash]
    pub language: Option<String>,
}

/// How many cards there are now of those that were asked for: `Cards created: 11/11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromXml)]
#[mor(root = "page/status/status", with = Self::from_element, partial = Self::left_out)]
pub struct CardsCreated {
    /// Cards that were created.
    pub created: u64,
    /// Numbers in the range.
    pub asked: u64,
}

impl CardsCreated {
    /// The words before the counts depend on the server's language.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let (_, counts) = text.trim().rsplit_once(' ')?;
        let (created, asked) = counts.split_once('/')?;
        Some(Self { created: created.parse().ok()?, asked: asked.parse().ok()? })
    }

    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        element.parse_text("how many cards were created (Cards created: 11/11)", Self::from_text)
    }
}

impl CardsCreated {
    fn left_out(&self) -> Option<String> {
        let skipped = self.asked.checked_sub(self.created).filter(|skipped| *skipped > 0)?;
        Some(format!("{skipped} of {} cards were not created; numbers that exist are skipped", self.asked))
    }
}
