//! `did_rates_get`: lists the rates of a DID.

use mor_api::{ElementMap, Endpoint, FromXml};

use super::DidRate;

/// Lists the rates of a DID; their IDs are what [`DidRatesUpdate`](super::DidRatesUpdate) can be given.
///
/// No published page or sample shows the answer: the rows are read as `did_rates_update` writes them, and what is not
/// of that form is kept as it came.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(function = "did_rates_get", effect = read, response = DidRates)]
pub struct DidRatesGet {
    /// The number of the DID, not its ID.
    #[hash(order = 1)]
    pub did: String,
}

/// The rates of a DID.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct DidRates {
    /// One for each rate, if the answer has the form that is assumed.
    #[mor(path = "rates/rate", default, rows)]
    pub rates: Vec<DidRate>,
    /// Everything else, by wire name: look here if there are no rates.
    #[mor(rest)]
    pub other: ElementMap,
}
