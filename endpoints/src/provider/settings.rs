//! What there is to set about a provider.

use std::net::IpAddr;

use mor_api::{ParamSet, Secret, WireEnum};
use rust_decimal::Decimal;

use crate::{LocationId, ServerId};

/// What there is to set about a provider, when it is created and later.
#[derive(Debug, Clone, Default, PartialEq, Eq, ParamSet)]
pub struct ProviderSettings {
    /// The servers that use it; all use a new provider if left out.
    pub server_ids: Option<Vec<ServerId>>,
    /// Whether it is in use.
    pub active: Option<bool>,
    /// How keyed digits travel. For a SIP provider on a server with CCL only `rfc2833` and `auto` are allowed.
    pub dtmfmode: Option<DtmfMode>,
    /// Its location: one of its owner's.
    pub location_id: Option<LocationId>,
    /// How long it may ring, in seconds; at least 30.
    pub timeout: Option<u32>,
    /// How long a call may last. The unit is not documented.
    pub max_timeout: Option<u32>,
    /// How many calls it may carry at a time.
    pub call_limit: Option<u32>,
    /// Limit of its balance.
    pub balance_limit: Option<Decimal>,
    /// Username for its server; `anonymous` and `unknown` are refused.
    pub login: Option<String>,
    /// Password for its server.
    pub password: Option<Secret>,
    /// Registers at its server; always off where `network_type` is `dynamic`.
    pub register: Option<bool>,
    /// Name in the caller ID.
    pub cid_name: Option<String>,
    /// Number in the caller ID.
    pub cid_number: Option<String>,
    /// How its address is given.
    pub network_type: Option<NetworkType>,
    /// Host name of its server, despite the wire name; `dynamic` where `network_type` is that.
    pub server_ip: Option<String>,
    /// `ipaddr`: IP address of its server; none where `network_type` is `dynamic`.
    #[mor(rename = "ipaddr")]
    pub ip_address: Option<IpAddr>,
    /// Port of its server, above 0; 0 where `network_type` is `dynamic`.
    pub port: Option<u16>,
    /// Domain in the SIP header *From*.
    pub fromdomain: Option<String>,
}

/// Technology of a provider.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum Technology {
    /// Telephone lines at a card of the server.
    Dahdi,
    /// SIP.
    #[mor(value = "SIP")]
    Sip,
    /// IAX2: from one Asterisk to another.
    #[mor(value = "IAX2")]
    Iax2,
    /// H.323.
    #[mor(value = "H323")]
    H323,
    /// Another word of the server.
    #[mor(other)]
    Other(String),
}

/// How keyed digits travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum DtmfMode {
    /// As tones in the sound.
    Inband,
    /// As SIP INFO messages.
    Info,
    /// As RTP events (RFC 2833).
    Rfc2833,
    /// As the other side can.
    Auto,
}

/// How the address of a provider is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum NetworkType {
    /// By a host name.
    Hostname,
    /// By an IP address.
    Ip,
    /// Not at all: the provider registers at the server.
    Dynamic,
}
