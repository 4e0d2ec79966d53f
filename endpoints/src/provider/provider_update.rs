//! `provider_update`: changes a provider.

use mor_api::Endpoint;

use super::{ProviderFault, ProviderSettings};
use crate::{Done, ProviderId, TariffId};

/// Changes a provider.
///
/// Nothing but the key is hashed in the page's example, but a later revision may mean that `u` is, and another client
/// hashes `provider_id`. Where a server answers `IncorrectHash`, try
/// [`CallOptions::hash_order`](mor_api::CallOptions::hash_order).
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "provider_update",
    since = "X17",
    effect = write,
    response = Done,
    fault = ProviderFault,
    verify = "`providers_get` with the `provider_id` shows the provider",
)]
pub struct ProviderUpdate {
    /// The provider to change.
    #[nohash]
    pub provider_id: ProviderId,
    /// New name; no other provider may have it.
    #[nohash]
    pub name: Option<String>,
    /// What the provider charges: a tariff of purpose *provider*.
    #[nohash]
    pub tariff_id: Option<TariffId>,
    /// What else is changed.
    #[mor(flatten)]
    pub settings: ProviderSettings,
}
