//! How often a periodic fee is due.

use mor_api::WireEnum;

/// How often a periodic fee is due.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum ServicePeriod {
    /// Every month.
    Month,
    /// Every day.
    Day,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}
