//! `card_balance_get`: the balance of a calling card.

use mor_api::{Endpoint, Fault, FromXml};

use crate::LongDecimal;

/// The balance of a calling card. The admin may ask for every card, a reseller with the right to calling cards for
/// his own.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "card_balance_get",
    since = "X4",
    addon = "Calling Cards",
    effect = read,
    response = CardBalance,
    fault = CardBalanceFault,
)]
pub struct CardBalanceGet {
    /// Number of the card.
    #[hash(order = 1)]
    pub number: String,
}

/// What is on a card.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/calling_card")]
pub struct CardBalance {
    /// Its balance, not rounded: the server may write dozens of digits.
    pub balance: LongDecimal,
    /// The system's default currency, in which it is.
    pub currency: String,
}

/// Why there is no balance.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CardBalanceFault {
    /// No user has the caller's username.
    #[fault("User was not found")]
    UserNotFound,
    /// There is no such card, or it is not the caller's.
    #[fault("Calling Card was not found")]
    CardNotFound,
}
