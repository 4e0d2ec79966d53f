//! `local_calls_get`: lists the calls between devices of one user.

use std::net::IpAddr;

use jiff::Timestamp;
use jiff::civil::DateTime;
use mor_api::{Endpoint, FromXml};

use super::UserCallsFault;
use crate::UserId;

/// Lists the local calls of a user in a period: those from device to device, without a provider.
///
/// Nothing but the key is hashed, as in the page's example; its text lists `from`, `till` and `s_user` as hashed.
/// Where a server answers `IncorrectHash`, try [`CallOptions::hash_order`](mor_api::CallOptions::hash_order) with
/// these three.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "local_calls_get",
    since = "X13",
    effect = read,
    response = LocalCalls,
    fault = UserCallsFault,
)]
pub struct LocalCallsGet {
    /// Start of the period; today 00:00 if left out.
    #[nohash]
    pub from: Option<Timestamp>,
    /// End of the period; today 23:59 if left out.
    #[nohash]
    pub till: Option<Timestamp>,
    /// Whose calls.
    #[nohash]
    pub s_user: UserId,
}

/// The local calls of a user.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct LocalCalls {
    /// One for each call.
    #[mor(path = "local_calls/call", rows)]
    pub calls: Vec<LocalCall>,
}

/// A call from one device to another.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct LocalCall {
    /// `calldate/date`: start of the call, in the server's time.
    #[mor(path = "calldate/date")]
    pub started_at: DateTime,
    /// `calldate/timezone`: the server's offset, without a colon here: `GMT +0000`.
    #[mor(path = "calldate/timezone")]
    pub timezone: String,
    /// Name of the device that called.
    pub originator_device: String,
    /// Caller ID of the device that called.
    pub originator_caller_id: Option<String>,
    /// `orignator_ip`, spelled so: address of the device that called.
    #[mor(rename = "orignator_ip")]
    pub originator_ip: Option<IpAddr>,
    /// `orignator_channel`, spelled so: Asterisk's channel of the device that called.
    #[mor(rename = "orignator_channel")]
    pub originator_channel: String,
    /// Name of the user who was called.
    pub terminator_user: String,
    /// Name of the device that was called.
    pub terminator_device: String,
    /// Address of the device that was called.
    pub terminator_ip: Option<IpAddr>,
}
