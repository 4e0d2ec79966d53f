//! `provider_create`: creates a provider.
//!
//! Since MOR X17; changes the server.

use std::net::IpAddr;

use mor_api::{Endpoint, FromXml, Secret};
use rust_decimal::Decimal;

use super::{DtmfMode, NetworkType, Technology};
use crate::{Done, LocationId, ProviderId, ServerId, TariffId};

/// Creates a provider; for the admin only.
///
/// Nothing but the key is hashed, as in the examples of the sister functions; this page's own is not at hand. A later
/// revision may mean that `u` is hashed, and another client hashes `name`, `tech` and `tariff_id`. Where a server
/// answers `IncorrectHash`, try [`CallOptions::hash_order`](mor_api::CallOptions::hash_order).
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "provider_create",
    group = "provider",
    since = "X17",
    effect = write,
    response = ProviderCreated,
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

    /// The servers that use it; all if left out.
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

    /// User in the SIP header *From*. Known from another client only.
    #[nohash]
    pub fromuser: Option<String>,
}

/// The provider was created. The page breaks off before the answer: its form is another client's.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[mor(root = "page/status")]
pub struct ProviderCreated {
    /// `success`: the server's words.
    #[mor(rename = "success")]
    pub message: Done,
    /// The new provider.
    pub provider_id: ProviderId,
}
