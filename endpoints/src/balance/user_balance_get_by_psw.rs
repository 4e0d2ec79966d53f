//! `user_balance_get_by_psw`: the balance of the owner of a device, found by the device's password.

use mor_api::{Endpoint, Secret};

use super::{Balance, BalanceFault};

/// The balance of the user who owns the device with a password, in the system's currency.
///
/// There is no caller and no hash: the password is all that protects the balance.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_balance_get_by_psw",
    since = "X4",
    effect = read,
    caller = none,
    hash = none,
    response = Balance,
    fault = BalanceFault,
)]
pub struct UserBalanceGetByPsw {
    /// `id`: password of the device.
    #[mor(rename = "id")]
    #[nohash]
    pub device_password: Secret,
}
