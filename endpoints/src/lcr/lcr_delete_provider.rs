//! `lcr_delete_provider`: takes a provider out of an LCR.

use mor_api::Endpoint;

use super::LcrFault;
use crate::{Done, LcrId, ProviderId};

/// Takes a provider out of an LCR.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "lcr_delete_provider",
    effect = write,
    caller = hashed(1),
    response = Done,
    fault = LcrFault,
)]
pub struct LcrDeleteProvider {
    /// The LCR.
    #[hash(order = 2)]
    pub lcr_id: LcrId,
    /// The provider to take out.
    #[hash(order = 3)]
    pub provider_id: ProviderId,
    /// Takes it out as the failover provider.
    #[nohash]
    pub failover: Option<bool>,
}
