//! The refusals of `tariff_rates_get`.

use mor_api::Fault;

/// Why there are no rates.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum TariffRatesFault {
    /// The tariff or the user does not exist, or the caller may not see it.
    #[fault("No tariff found")]
    NotFound,
}
