//! `provider_create`: creates a provider.

use mor_api::{Endpoint, FromXml};

use super::{ProviderSettings, Technology};
use crate::{Done, ProviderId, TariffId};

/// Creates a provider; for the admin only.
///
/// Nothing but the key is hashed, as in the examples of the sister functions; this page's own is not at hand. A later
/// revision may mean that `u` is hashed, and another client hashes `name`, `tech` and `tariff_id`. Where a server
/// answers `IncorrectHash`, try [`CallOptions::hash_order`](mor_api::CallOptions::hash_order).
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "provider_create",
    since = "X17",
    effect = write,
    response = ProviderCreated,
    verify = "`providers_get` lists the providers: look for the `name`",
)]
pub struct ProviderCreate {
    /// Its name; no other provider may have it.
    #[nohash]
    pub name: String,
    /// `tech`: its technology.
    #[mor(rename = "tech")]
    #[nohash]
    pub technology: Technology,
    /// What it charges: a tariff of purpose *provider*.
    #[nohash]
    pub tariff_id: TariffId,
    /// User in the SIP header *From*. Known from another client only.
    #[nohash]
    pub fromuser: Option<String>,
    /// What else there is to set about it.
    #[mor(flatten)]
    pub settings: ProviderSettings,
}

/// The provider was created. The page breaks off before the answer: its form is another client's.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct ProviderCreated {
    /// `success`: the server's words.
    #[mor(rename = "success")]
    pub message: Done,
    /// The new provider. Only another client documents the element, so a server may lack it.
    pub provider_id: Option<ProviderId>,
}
