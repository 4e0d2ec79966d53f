//! What a tariff is for.

use mor_api::WireEnum;

/// What a tariff is for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum TariffPurpose {
    /// What a provider charges.
    Provider,
    /// Wholesale, for users.
    UserWholesale,
    /// Retail, for users.
    User,
    /// For users, derived from a provider's tariff.
    UserByProvider,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}
