//! When a subscription is paid.

use mor_api::WireEnum;

/// When a subscription is charged to the balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum ChargeOn {
    /// `1`: when a period starts.
    #[mor(value = "1")]
    PeriodStart,
    /// `2`: when a period ends.
    #[mor(value = "2")]
    PeriodEnd,
    /// `3`: every day.
    #[mor(value = "3")]
    EveryDay,
}
