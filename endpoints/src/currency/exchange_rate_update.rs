//! `exchange_rate_update`: sets the exchange rate of a currency.

use mor_api::{Endpoint, Fault};
use rust_decimal::Decimal;

use crate::Done;

/// Sets the exchange rate of a currency that the server does not update by itself. Only the admin may.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "exchange_rate_update",
    since = "X10",
    effect = write,
    response = Done,
    fault = ExchangeRateFault,
)]
pub struct ExchangeRateUpdate {
    /// The currency, as a code: `AMD`. Upper and lower case matter.
    #[hash(order = 1)]
    pub currency: String,
    /// Units of this currency for one of the default currency.
    #[hash(order = 2)]
    pub rate: Decimal,
}

/// Why a rate is not set.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum ExchangeRateFault {
    /// The rate is no valid number.
    #[fault("Exchange rate is invalid")]
    InvalidRate,
    /// There is no such currency, or the server updates it by itself.
    #[fault("Currency was not found")]
    CurrencyNotFound,
}
