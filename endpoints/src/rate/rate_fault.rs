//! The refusals of `rate_get`.

use mor_api::Fault;

/// Why there is no rate.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum RateFault {
    /// The tariff has no rate for the destination, or the user is an admin or accountant.
    #[fault("Rate was not found")]
    RateNotFound,
    /// There is no user with the name of the caller or in `username`, or he is not the reseller's.
    #[fault("User was not found")]
    UserNotFound,
    /// The user is a reseller's, whose username ends the text.
    #[fault(starts_with = "User belongs to")]
    UserOfReseller(String),
    /// `prefix` has no digit in it.
    #[fault("Empty prefix")]
    EmptyPrefix,
    /// No destination starts the number.
    #[fault("Prefix was not found")]
    PrefixNotFound,
    /// The destination's group was not found; X5 and X8 say so.
    #[fault("Destination Group was not found")]
    DestinationGroupNotFound,
    /// The server's setting for this function is off.
    #[fault("Feature disabled")]
    Disabled,
}
