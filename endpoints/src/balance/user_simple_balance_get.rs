//! `user_simple_balance_get`: the balance of a user, found by his uniquehash.

use mor_api::{Endpoint, Secret};

use super::{Balance, BalanceFault};

/// The balance of the user with a uniquehash.
///
/// There is no caller and no hash: the uniquehash is all that protects the balance.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_simple_balance_get",
    aliases = ["simple_balance"],
    effect = read,
    caller = none,
    hash = none,
    response = Balance,
    fault = BalanceFault,
)]
pub struct UserSimpleBalanceGet {
    /// `id`: uniquehash of the user.
    #[mor(rename = "id")]
    #[nohash]
    pub uniquehash: Secret,
    /// Code of the currency to convert into; without it, or if it is unknown, the system's.
    #[nohash]
    pub currency: Option<String>,
}
