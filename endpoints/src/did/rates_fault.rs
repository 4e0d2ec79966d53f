//! The refusals of the functions for rates of DIDs.

use mor_api::Fault;

/// Why rates of a DID were not shown or changed.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DidRatesFault {
    /// The DID does not exist.
    #[fault("DID was not found")]
    DidNotFound,
    /// No rate is selected by the parameters. `did_rates_details_update` documents it, too, perhaps by mistake.
    #[fault("Rates were not found")]
    RatesNotFound,
}
