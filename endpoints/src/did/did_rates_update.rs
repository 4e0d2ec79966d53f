//! `did_rates_update`: changes rates of a DID.

use jiff::civil::Time;
use mor_api::{Endpoint, FromXml};
use rust_decimal::Decimal;

use super::{DidRate, DidRateType, DidRatesFault};
use crate::{DayType, DidRateId};

/// Changes all rates of a DID that the parameters `s_...` select; what is left out stays as it is.
///
/// The server wants `s_id` or `s_rate_type`: start with [`one`](Self::one) or [`all_of`](Self::all_of).
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "did_rates_update",
    since = "X12",
    effect = write,
    response = UpdatedDidRates,
    fault = DidRatesFault,
    verify = "`did_rates_get` of the `did` shows the rates",
    at_least_one(s_id, s_rate_type),
)]
pub struct DidRatesUpdate {
    /// The number of the DID, not its ID.
    #[hash(order = 1)]
    pub did: String,
    /// Selects this rate.
    #[nohash]
    pub s_id: Option<DidRateId>,
    /// Selects the rates that this party pays.
    #[nohash]
    pub s_rate_type: Option<DidRateType>,
    /// Selects the rates that begin at this time of day.
    #[nohash]
    pub s_start_time: Option<Time>,
    /// Selects the rates that end at this time of day.
    #[nohash]
    pub s_end_time: Option<Time>,
    /// Selects the rates of these days.
    #[nohash]
    pub s_daytype: Option<DayType>,
    /// New price of a minute.
    #[nohash]
    pub rate: Option<Decimal>,
    /// New price of the connection.
    #[nohash]
    pub connection_fee: Option<Decimal>,
    /// In steps of how many seconds a call is billed.
    #[nohash]
    pub increment_s: Option<u64>,
    /// How many seconds are billed at least.
    #[nohash]
    pub min_time: Option<u64>,
}

impl DidRatesUpdate {
    /// Changes one rate.
    #[must_use]
    pub fn one(did: impl Into<String>, id: impl Into<DidRateId>) -> Self {
        Self::new(did).s_id(id)
    }

    /// Changes all rates that this party pays, unless the other `s_...` parameters select among them.
    #[must_use]
    pub fn all_of(did: impl Into<String>, rate_type: DidRateType) -> Self {
        Self::new(did).s_rate_type(rate_type)
    }
}

/// The rates that were changed, as they are now.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct UpdatedDidRates {
    /// How many rates were changed.
    pub updated_rates: u64,
    /// One for each rate that was changed. The count states the success; the list may be missing.
    #[mor(path = "rates/rate", default, rows)]
    pub rates: Vec<DidRate>,
}
