//! What a service charges for.

use mor_api::WireEnum;

/// What a service charges for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum ServiceType {
    /// A fee for every period.
    PeriodicFee,
    /// A fee that is due once.
    OneTimeFee,
    /// A flat rate: a number of minutes for each month.
    FlatRate,
    /// A dynamic flat rate; what sets it apart is documented nowhere but for the limits on its dates.
    DynamicFlatRate,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}

impl ServiceType {
    /// Whether such a service grants minutes.
    #[must_use]
    #[inline]
    pub fn is_flat_rate(&self) -> bool {
        matches!(self, Self::FlatRate | Self::DynamicFlatRate)
    }
}
