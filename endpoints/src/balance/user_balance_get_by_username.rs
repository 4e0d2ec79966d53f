//! `user_balance_get_by_username`: the balance of the owner of a device, found by the device's username.

use mor_api::Endpoint;

use super::{Balance, BalanceFault};

/// The balance of the user who owns the device with a username.
///
/// There is no caller and no hash: whoever knows the name can ask.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_balance_get_by_username",
    effect = read,
    caller = none,
    hash = none,
    response = Balance,
    fault = BalanceFault,
)]
pub struct UserBalanceGetByUsername {
    /// `id`: username of the device.
    #[mor(rename = "id")]
    #[nohash]
    pub device_username: String,
    /// Code of the currency to convert into, or `USER` for the user's own; without it, or if it is unknown, the
    /// system's. From X8; X5 ignores it.
    #[nohash]
    pub currency: Option<String>,
}
