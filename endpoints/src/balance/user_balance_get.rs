//! `user_balance_get`: the balance of a user.

use mor_api::Endpoint;

use super::{Balance, BalanceFault};

/// The balance of a user.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_balance_get",
    aliases = ["balance"],
    since = "9",
    effect = read,
    response = Balance,
    fault = BalanceFault,
)]
pub struct UserBalanceGet {
    /// Username of the user whose balance is wanted.
    #[hash(order = 1)]
    pub username: String,
    /// Code of the currency to convert into, from X8 also `USER` for the user's own; without it, or if it is
    /// unknown, the system's.
    #[hash(order = 2)]
    pub currency: Option<String>,
    /// Converts into the user's own currency, whatever `currency` says, and names it in the answer; from X7 or
    /// X8.
    #[nohash]
    pub user_currency: Option<bool>,
}
