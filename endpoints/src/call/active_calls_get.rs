//! `active_calls_get`: lists the calls in progress.

use mor_api::{Endpoint, Fault, WireEnum};

use super::ActiveCalls;
use crate::{DestinationGroupId, DeviceId, ProviderId, ServerId, UserId};

/// Lists the calls in progress.
///
/// Nothing but the key is hashed, as in the page's example; its text lists `u` as hashed. Where a server answers
/// `IncorrectHash`, try [`CallOptions::hash_order`](mor_api::CallOptions::hash_order) with `u`.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "active_calls_get",
    since = "X14",
    effect = read,
    response = ActiveCalls,
    fault = ActiveCallsFault,
    requires(s_device, s_user_id),
    requires(s_dst_device, s_dst_user_id),
)]
pub struct ActiveCallsGet {
    /// DID, or the start of one with `%` for the rest.
    #[nohash]
    pub s_did: Option<String>,
    /// Only calls over this provider.
    #[nohash]
    pub s_provider: Option<ProviderId>,
    /// Only calls of this user.
    #[nohash]
    pub s_user_id: Option<UserId>,
    /// Only calls of this device; needs `s_user_id`.
    #[nohash]
    pub s_device: Option<DeviceId>,
    /// Only calls to this user.
    #[nohash]
    pub s_dst_user_id: Option<UserId>,
    /// Only calls to this device; needs `s_dst_user_id`.
    #[nohash]
    pub s_dst_device: Option<DeviceId>,
    /// Called number, with `%` for any digits.
    #[nohash]
    pub s_destination: Option<String>,
    /// Only calls to this group of destinations.
    #[nohash]
    pub s_destination_group: Option<DestinationGroupId>,
    /// Number that calls, with `%` for any digits.
    #[nohash]
    pub s_source: Option<String>,
    /// Only calls in this state.
    #[nohash]
    pub s_status: Option<ActiveCallStatus>,
    /// Only calls on this server.
    #[nohash]
    pub s_server: Option<ServerId>,
    /// Name of the country that is called.
    #[nohash]
    pub s_country: Option<String>,
}

/// State of a call in progress.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum ActiveCallStatus {
    /// Nobody has answered yet.
    Ringing,
    /// The parties are talking.
    Answered,
    /// Another word of the server.
    #[mor(other)]
    Other(String),
}

/// Why there is no list of calls.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum ActiveCallsFault {
    /// There is no server `s_server`.
    #[fault("Server was not found")]
    ServerNotFound,
    /// `s_status` is no state of a call.
    #[fault("Status value must be Ringing or Answered")]
    BadStatus,
}
