//! `provider_delete`: deletes a provider.

use mor_api::Endpoint;

use super::ProviderFault;
use crate::{Done, ProviderId};

/// Deletes a provider.
///
/// No page of the vendor is at hand: all facts are another client's, that the ID is hashed among them.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "provider_delete",
    effect = write,
    response = Done,
    fault = ProviderFault,
    verify = "`providers_get` no longer lists it",
)]
pub struct ProviderDelete {
    /// The provider to delete.
    #[hash(order = 1)]
    pub provider_id: ProviderId,
}
