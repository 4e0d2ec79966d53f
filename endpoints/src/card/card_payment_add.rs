//! `card_payment_add`: adds a payment to a calling card.

use mor_api::{Endpoint, FromXml};
use rust_decimal::Decimal;

use super::CardPaymentFault;
use crate::{Done, LongDecimal};

/// Adds a payment to a sold calling card of the caller. The server must have the setting *API allow Payments* on.
///
/// It moves money: do not repeat a call whose outcome is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "card_payment_add",
    since = "X4",
    addon = "Calling Cards",
    effect = write,
    response = CardPayment,
    fault = CardPaymentFault,
    verify = "`card_balance_get` of the `number`: compare with the balance before",
)]
pub struct CardPaymentAdd {
    /// Text for the list of payments.
    #[hash(order = 1)]
    pub description: Option<String>,
    /// Number of the card.
    #[hash(order = 2)]
    pub number: String,
    /// Amount with tax; 0 if left out.
    #[hash(order = 3)]
    pub amount: Option<Decimal>,
    /// Currency of the amount, as a code. The system's default currency if left out and, without a message, if
    /// unknown: compare the answer's [currency](CardPayment::currency).
    #[hash(order = 4)]
    pub currency: Option<String>,
}

/// A payment that was added to a card. The server's words state it; what follows them may be missing.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct CardPayment {
    /// The server's words for success.
    #[mor(path = "status/success")]
    pub message: Done,
    /// Name of the card's group.
    #[mor(path = "calling_card_group/name")]
    pub group_name: Option<String>,
    /// Number of the card.
    #[mor(path = "calling_card/number")]
    pub card_number: Option<String>,
    /// Currency in which it was paid.
    #[mor(path = "add_payment/currency")]
    pub currency: Option<String>,
    /// What was paid, with tax, in this currency.
    #[mor(path = "add_payment/amount_with_tax")]
    pub paid: Option<LongDecimal>,
    /// The card's balance before the payment, in the default currency as the amounts that follow.
    #[mor(path = "add_payment/details/current_balance")]
    pub balance_before: Option<LongDecimal>,
    /// The default currency; only if it was paid in another one.
    #[mor(path = "add_payment/details/converted_to")]
    pub converted_to: Option<String>,
    /// Units of the paid currency for one of the default currency; only if they differ.
    #[mor(path = "add_payment/details/exchange_rate")]
    pub exchange_rate: Option<LongDecimal>,
    /// What was paid, with tax.
    #[mor(path = "add_payment/details/amount_with_tax")]
    pub amount_with_tax: Option<LongDecimal>,
    /// What was paid, without tax: what the balance rose by.
    #[mor(path = "add_payment/details/amount_without_tax")]
    pub amount_without_tax: Option<LongDecimal>,
    /// The card's new balance.
    #[mor(path = "add_payment/details/new_balance")]
    pub new_balance: Option<LongDecimal>,
    /// The text for the list of payments.
    #[mor(path = "add_payment/details/description")]
    pub description: Option<String>,
}
