//! `did_rates_details_update`: sets the tariffs of a DID.

use mor_api::Endpoint;

use super::{CallReject, DidRatesFault};
use crate::{DidId, Done, TariffId};

/// Sets by which tariffs calls to a DID are charged, and whether they may be rejected; what is left out stays as it
/// is. For the admin and accountants.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "did_rates_details_update",
    since = "X17",
    effect = write,
    response = Done,
    fault = DidRatesFault,
    verify = "`did_rates_details_get` of the `did_id` shows the settings",
)]
pub struct DidRatesDetailsUpdate {
    /// The DID to change.
    #[hash(order = 1)]
    pub did_id: DidId,
    /// Tariff of the provider.
    #[nohash]
    pub provider_tariff_id: Option<TariffId>,
    /// Whether calls are rejected on the provider's side.
    #[nohash]
    pub allow_call_reject_provider: Option<CallReject>,
    /// Tariff of the owner; `TariffId(0)` for none.
    #[nohash]
    pub owner_tariff_id: Option<TariffId>,
    /// Whether calls are rejected on the owner's side.
    #[nohash]
    pub allow_call_reject: Option<CallReject>,
}
