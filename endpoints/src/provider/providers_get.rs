//! `providers_get`: lists the providers.

use mor_api::{Endpoint, FromXml};

use super::{Provider, ProviderFault};
use crate::ProviderId;

/// Lists the providers, with their passwords in clear text.
///
/// Nothing but the key is hashed in the page's example; a later revision may mean that `u` is. Where a server answers
/// `IncorrectHash`, try [`CallOptions::hash_order`](mor_api::CallOptions::hash_order).
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "providers_get",
    since = "X17",
    effect = read,
    response = Providers,
    fault = ProviderFault,
)]
pub struct ProvidersGet {
    /// Only this provider; all of the caller if left out.
    #[nohash]
    pub provider_id: Option<ProviderId>,
}

/// The providers of the caller.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct Providers {
    /// One for each provider.
    #[mor(path = "providers/provider", rows)]
    pub providers: Vec<Provider>,
}
