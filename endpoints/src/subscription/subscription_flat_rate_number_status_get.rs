//! `subscription_flat_rate_number_status_get`: tells whether a user's flat rates cover a number.

use mor_api::{Endpoint, Fault, FromXml, WireEnum};

use crate::UserId;

/// Tells whether the flat-rate subscriptions of a user cover a number.
///
/// For the admin, resellers, partners and accountants who may write services and read subscriptions and users.
///
/// The page's last revision lists `u` among the hashed parameters, the first one does not; the published hash
/// fits neither. If the server says `IncorrectHash`, try the hash order `u`, `user_id`, `number`.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "subscription_flat_rate_number_status_get",
    since = "X16",
    effect = read,
    response = NumberStatus,
    fault = NumberStatusFault,
)]
pub struct SubscriptionFlatRateNumberStatusGet {
    /// Whose subscriptions.
    #[hash(order = 1)]
    pub user_id: UserId,
    /// The number to look for.
    #[hash(order = 2)]
    pub number: String,
}

/// Whether a number is covered.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct NumberStatus {
    /// The number that was asked for.
    pub number: String,
    /// Whether a flat rate covers it.
    pub status: Coverage,
    /// The prefix that covers it, if one does.
    pub prefix: Option<String>,
}

/// Whether a flat rate covers a number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum Coverage {
    /// It does.
    Included,
    /// None does.
    Excluded,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}

/// Why nothing is known about the number.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum NumberStatusFault {
    /// `user_id` is no number.
    #[fault("user_id must be non negative integer")]
    InvalidUserId,
    /// `user_id` is missing.
    #[fault("user_id must be provided")]
    NoUserId,
    /// `number` is missing.
    #[fault("Number must be provided")]
    NoNumber,
    /// There is no such user.
    #[fault("User was not found")]
    UserNotFound,
    /// The user has no flat rate.
    #[fault("User does not have any Flat-Rate subscriptions")]
    NoFlatRates,
}
