//! The refusals of the functions that tell a balance.

use mor_api::Fault;

/// Why no balance is told.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum BalanceFault {
    /// There is no such user, or no device with this name or password. Old servers leave out *was*.
    #[fault("User was not found", "User not found")]
    UserNotFound,
    /// The setting *Allow devices to check balance over HTTP* is off.
    #[fault("Feature disabled")]
    Disabled,
}
