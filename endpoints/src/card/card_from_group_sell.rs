//! `card_from_group_sell`: sells cards of a group and returns their PINs.

use mor_api::{DecodeError, Element, Endpoint, FromXml, Secret};

use super::CardSaleFault;
use crate::{CardGroupId, LongDecimal};

/// Sells free cards of a group, or one particular card, and returns their PINs.
///
/// It sells other cards each time: do not repeat a call whose outcome is unknown. When fewer cards are free than
/// were asked for, those are sold without any hint: count the [cards](CardSale::cards).
///
/// Older servers know it as `buy_card_from_callingroup`; the present name is of X4.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "card_from_group_sell",
    aliases = ["buy_card_from_callingroup"],
    since = "12",
    addon = "Calling Cards",
    effect = write,
    response = CardSale,
    fault = CardSaleFault,
    verify = "`card_group_get` of the `id` tells how many cards are free (`free_cards_size`): compare \
              with before; `calling_cards_get` with `sold` lists the sold ones",
)]
pub struct CardFromGroupSell {
    /// E-mail address to which the data of the cards are sent. The server does not check its form.
    #[hash(order = 1)]
    pub email: Option<String>,
    /// The group.
    #[hash(order = 2)]
    pub id: CardGroupId,
    /// How many cards; 1 if left out or 0.
    #[hash(order = 3)]
    pub quantity: Option<u32>,
    /// Number of one particular card to sell; `quantity` is then ignored.
    #[nohash]
    pub number: Option<String>,
    /// `curr`: currency of the payment, the system's if left out. Newer than X8, which ignores it.
    #[mor(rename = "curr")]
    #[nohash]
    pub currency: Option<String>,
}

/// The cards that were sold, and what kept others from being sold.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/cards", with = Self::from_element, partial = Self::not_sold)]
pub struct CardSale {
    /// The cards that were sold; never empty if there are failures.
    #[mor(rename = "card")]
    pub cards: Vec<SoldCard>,
    /// A message for every card that could not be sold, such as `Card error`; which card it was, the server does
    /// not say. If no card at all was sold, the answer is a refusal.
    #[mor(path = "status/error")]
    pub failures: Vec<String>,
}

/// A card that was sold.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct SoldCard {
    /// Its PIN.
    pub pin: Secret,
    /// Its number.
    pub number: String,
    /// Its balance without tax, not rounded: the server may write dozens of digits. Like the currency it may be
    /// missing, so that no answer hides the PINs that were paid for.
    pub balance_without_vat: Option<LongDecimal>,
    /// Currency of the balance.
    pub currency: Option<String>,
}

#[derive(FromXml)]
struct Answer {
    card: Vec<SoldCard>,
    #[mor(path = "status/error", default)]
    errors: Vec<String>,
}

impl CardSale {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let Answer { card: cards, errors: failures } = Answer::from_xml(element)?;
        match failures.first() {
            Some(failure) if cards.is_empty() => Err(element.refuse(failure)),
            _ => Ok(Self { cards, failures }),
        }
    }
}

impl CardSale {
    fn not_sold(&self) -> Option<String> {
        let failures = (!self.failures.is_empty()).then(|| self.failures.join("; "))?;
        Some(format!("{} sold, {} not: {failures}", self.cards.len(), self.failures.len()))
    }
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, Document, from_xml};

    use super::*;

    const SOLD: &str = "<card><pin>7856</pin><number>1111111000</number>\
        <balance_without_vat>10.0840336134454</balance_without_vat><currency>USD</currency></card>";
    const FAILED: &str = "<status><error>Card error</error></status>";

    fn decode(content: &str) -> Result<CardSale, AnswerError> {
        from_xml(&format!("<page><cards>{content}</cards></page>"))
    }

    #[test]
    fn a_partial_sale_keeps_what_was_sold_and_says_what_failed() {
        let sale = decode(&format!("{FAILED}{SOLD}{FAILED}{SOLD}")).unwrap();
        assert_eq!(sale.cards.len(), 2);
        assert_eq!(sale.cards[0].pin.expose(), "7856");
        assert_eq!(sale.failures, ["Card error", "Card error"]);
        let partial = Document::partial(&sale);
        assert_eq!(partial.as_deref(), Some("2 sold, 2 not: Card error; Card error"));
        assert_eq!(Document::partial(&decode(SOLD).unwrap()), None);
    }

    #[test]
    fn what_is_said_about_a_balance_never_hides_a_pin() {
        let balance = "6.3213782866479925303454715238095238095238095";
        let long = SOLD.replace("10.0840336134454", balance);
        let bare = "<card><pin>9812</pin><number>1111111001</number></card>";
        let sale = decode(&format!("{long}{bare}")).unwrap();
        assert_eq!(sale.cards[0].balance_without_vat.as_ref().map(LongDecimal::as_str), Some(balance));
        assert_eq!(sale.cards[1].pin.expose(), "9812");
        assert_eq!((&sale.cards[1].balance_without_vat, &sale.cards[1].currency), (&None, &None));
    }

    #[test]
    fn a_sale_without_cards_is_a_refusal() {
        let error = decode(FAILED).unwrap_err();
        assert!(matches!(error, AnswerError::Refused(refusal) if refusal.message() == "Card error"));
    }
}
