//! `provider_update`: changes a provider.
//!
//! Since MOR X17; changes the server.

use std::net::IpAddr;

use mor_api::{Endpoint, Secret};
use rust_decimal::Decimal;

use super::{DtmfMode, NetworkType, ProviderFault};
use crate::{Done, LocationId, ProviderId, ServerId, TariffId};

/// Changes a provider.
///
/// Nothing but the key is hashed in the page's example, but a later revision may mean that `u` is, and another client
/// hashes `provider_id`. Where a server answers `IncorrectHash`, try
/// [`CallOptions::hash_order`](mor_api::CallOptions::hash_order).
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "provider_update",
    group = "provider",
    since = "X17",
    effect = write,
    response = Done,
    fault = ProviderFault,
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

    /// The servers that use it.
    #[nohash]
    pub server_ids: Option<Vec<ServerId>>,

    /// Whether it is in use.
    #[nohash]
    pub active: Option<bool>,

    /// How keyed digits travel. For a SIP provider on a server with CCL only `rfc2833` and `auto` are allowed.
    #[nohash]
    pub dtmfmode: Option<DtmfMode>,

    /// Its location: one of its owner's.
    #[nohash]
    pub location_id: Option<LocationId>,

    /// How long it may ring, in seconds; at least 30.
    #[nohash]
    pub timeout: Option<u32>,

    /// How long a call may last. The unit is not documented.
    #[nohash]
    pub max_timeout: Option<u32>,

    /// How many calls it may carry at a time.
    #[nohash]
    pub call_limit: Option<u32>,

    /// Limit of its balance.
    #[nohash]
    pub balance_limit: Option<Decimal>,

    /// Username for its server; `anonymous` and `unknown` are refused.
    #[nohash]
    pub login: Option<String>,

    /// Password for its server.
    #[nohash]
    pub password: Option<Secret>,

    /// Registers at its server; always off where `network_type` is `dynamic`.
    #[nohash]
    pub register: Option<bool>,

    /// Name in the caller ID.
    #[nohash]
    pub cid_name: Option<String>,

    /// Number in the caller ID.
    #[nohash]
    pub cid_number: Option<String>,

    /// How its address is given.
    #[nohash]
    pub network_type: Option<NetworkType>,

    /// Host name of its server, despite the wire name; `dynamic` where `network_type` is that.
    #[nohash]
    pub server_ip: Option<String>,

    /// `ipaddr`: IP address of its server; none where `network_type` is `dynamic`.
    #[mor(rename = "ipaddr")]
    #[nohash]
    pub ip_address: Option<IpAddr>,

    /// Port of its server, above 0; 0 where `network_type` is `dynamic`.
    #[nohash]
    pub port: Option<u16>,

    /// Domain in the SIP header *From*.
    #[nohash]
    pub fromdomain: Option<String>,
}
