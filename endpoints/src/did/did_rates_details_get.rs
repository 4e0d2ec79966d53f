//! `did_rates_details_get`: returns the tariffs of a DID.

use mor_api::{Endpoint, FromXml};

use super::{CallReject, DidRatesFault};
use crate::{DidId, TariffId};

/// Returns by which tariffs calls to a DID are charged, and whether they may be rejected. For the admin and
/// accountants.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "did_rates_details_get",
    since = "X17",
    effect = read,
    response = DidRateDetails,
    fault = DidRatesFault,
)]
pub struct DidRatesDetailsGet {
    /// The DID.
    #[hash(order = 1)]
    pub did_id: DidId,
}

/// By which tariffs calls to a DID are charged.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status/did")]
pub struct DidRateDetails {
    /// ID of the DID.
    pub id: DidId,
    /// Tariff of the provider, if one is set.
    pub provider_tariff_id: Option<TariffId>,
    /// Whether calls are rejected on the provider's side.
    pub allow_call_reject_provider: CallReject,
    /// Tariff of the owner, if one is set; 0 says that none is, too.
    pub owner_tariff_id: Option<TariffId>,
    /// Whether calls are rejected on the owner's side.
    pub allow_call_reject: CallReject,
}
