//! Currencies and their exchange rates.

mod exchange_rate_update;

pub use exchange_rate_update::{ExchangeRateFault, ExchangeRateUpdate};
