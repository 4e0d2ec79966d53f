//! `lcr_add_provider`: adds a provider to an LCR.

use mor_api::Endpoint;

use super::LcrFault;
use crate::{Done, LcrId, ProviderId};

/// Adds a provider to an LCR.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "lcr_add_provider",
    effect = write,
    caller = hashed(1),
    response = Done,
    fault = LcrFault,
)]
pub struct LcrAddProvider {
    /// The LCR.
    #[hash(order = 2)]
    pub lcr_id: LcrId,
    /// The provider to add.
    #[hash(order = 3)]
    pub provider_id: ProviderId,
    /// Adds it as the failover provider.
    #[nohash]
    pub failover: Option<bool>,
}
