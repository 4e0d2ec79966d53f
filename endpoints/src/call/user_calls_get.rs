//! `user_calls_get`: lists the calls of a user, a reseller or everybody in a period.

use jiff::Timestamp;
use jiff::civil::DateTime;
use mor_api::{ElementMap, Endpoint, FromXml, WireEnum};
use rust_decimal::Decimal;

use super::{OrderBy, UserCallsFault};
use crate::{DeviceId, DidId, HangupCauseId, ProviderId, UserFilter, UserId};

/// Lists the calls of a user, a reseller or everybody in a period, with prices as far as the caller may see
/// them. An ordinary user always gets his own calls.
///
/// An answer with many calls is large: decode it row by row with
/// [`RowReader`](mor_api::RowReader) or the client's `rows`.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_calls_get",
    aliases = ["user_calls"],
    since = "8",
    effect = read,
    response = UserCalls,
    fault = UserCallsFault,
)]
pub struct UserCallsGet {
    /// Start of the period; today 00:00 if left out.
    #[hash(order = 1)]
    pub period_start: Option<Timestamp>,
    /// End of the period; today 23:59 if left out.
    #[hash(order = 2)]
    pub period_end: Option<Timestamp>,
    /// Whose calls. The page requires it unless `s_reseller` is given; X5 takes all by default.
    #[hash(order = 3)]
    pub s_user: Option<UserFilter>,
    /// State of the calls; all if left out.
    #[hash(order = 4)]
    pub s_call_type: Option<CallStatus>,
    /// Only calls of this device.
    #[hash(order = 5)]
    pub s_device: Option<DeviceId>,
    /// Only calls over this provider; for the admin and Reseller PRO.
    #[hash(order = 6)]
    pub s_provider: Option<ProviderId>,
    /// Only calls with this hangup cause; for those who are shown the codes.
    #[hash(order = 7)]
    pub s_hgc: Option<HangupCauseId>,
    /// Only calls to this DID; for the admin.
    #[hash(order = 8)]
    pub s_did: Option<DidId>,
    /// Prefix of the destination, with `%` for any digits: `3706%`.
    #[hash(order = 9)]
    pub s_destination: Option<String>,
    /// Sort key; `time` if left out. X5 hashes it, the vendor's page says that it is not hashed: leave it out
    /// where both kinds of servers are called.
    #[hash(order = 10)]
    pub order_by: Option<OrderBy>,
    /// Sorts downwards.
    #[hash(order = 11)]
    pub order_desc: Option<bool>,
    /// Only calls that came through a DID.
    #[hash(order = 12)]
    pub only_did: Option<bool>,
    /// Only calls of this reseller's users; all if left out. From X6.
    #[nohash]
    pub s_reseller: Option<UserId>,
    /// Unique ID of a call. Only another client documents it; whether it is hashed is not established.
    #[nohash]
    pub s_uniqueid: Option<String>,
    /// Unique ID of a callback; same doubt as `s_uniqueid`.
    #[nohash]
    pub s_callback_uniqueid: Option<String>,
    /// Codec of the caller's side; same doubt as `s_uniqueid`.
    #[nohash]
    pub originator_codec_name: Option<String>,
    /// Codec of the called side; same doubt as `s_uniqueid`.
    #[nohash]
    pub terminator_codec_name: Option<String>,
}

/// Calls, and for whom and which period they were selected.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct UserCalls {
    /// Title of the page in the server's language.
    pub pagename: Option<String>,
    /// Language of the caller.
    pub language: Option<String>,
    /// A message for people; empty as a rule.
    pub error_msg: Option<String>,
    /// ID of the caller.
    pub userid: Option<UserId>,
    /// Username of the caller.
    pub username: Option<String>,
    /// How many calls there are.
    pub total_calls: u64,
    /// The system's currency, in which prices are.
    pub currency: Option<String>,
    /// Start of the period, in the server's time.
    #[mor(path = "calls_stat/period/period_start")]
    pub period_start: Option<DateTime>,
    /// End of the period, in the server's time.
    #[mor(path = "calls_stat/period/period_end")]
    pub period_end: Option<DateTime>,
    /// `show_user`: the user that was asked for.
    #[mor(path = "calls_stat/show_user")]
    pub show_user: Option<String>,
    /// `show_device`: the device that was asked for, or `all`.
    #[mor(path = "calls_stat/show_device")]
    pub show_device: Option<String>,
    /// `show_status`: the state that was asked for, or `all`.
    #[mor(path = "calls_stat/show_status")]
    pub show_status: Option<String>,
    /// `show_provider`: the provider that was asked for, or `all`.
    #[mor(path = "calls_stat/show_provider")]
    pub show_provider: Option<String>,
    /// `show_hgc`: the hangup cause that was asked for, or `all`.
    #[mor(path = "calls_stat/show_hgc")]
    pub show_hgc: Option<String>,
    /// `show_did`: the DID that was asked for, or `all`.
    #[mor(path = "calls_stat/show_did")]
    pub show_did: Option<String>,
    /// `show_destination`: the destination that was asked for.
    #[mor(path = "calls_stat/show_destination")]
    pub show_destination: Option<String>,
    /// The calls; without any, the element around them is missing.
    #[mor(path = "calls_stat/calls/call", default, rows)]
    pub calls: Vec<Cdr>,
}

/// A finished call. Which columns there are depends on the server's version and the caller's rights.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Cdr {
    /// `calldate2`: start of the call, in the server's time.
    #[mor(rename = "calldate2")]
    pub started_at: DateTime,
    /// The server's offset at the time of the answer, not of the call: `GMT +03:00`.
    pub timezone: Option<String>,
    /// Caller ID that was shown.
    pub clid: Option<String>,
    /// Name of the destination.
    pub destination: Option<String>,
    /// DID through which the call came.
    pub did: Option<String>,
    /// Price of the DID for incoming calls.
    pub did_inc_price: Option<Decimal>,
    /// Price of the DID for its owner.
    pub did_price: Option<Decimal>,
    /// Price of the DID for its provider.
    pub did_prov_price: Option<Decimal>,
    /// `dispod`: how the call ended, with the hangup cause code: `ANSWERED(16)`.
    #[mor(rename = "dispod")]
    pub disposition: Option<String>,
    /// Number that was called.
    #[mor(rename = "dst")]
    pub destination_number: Option<String>,
    /// ID of the record; X5 leaves it empty.
    pub id: Option<u64>,
    /// `nice_billsec`: billed seconds.
    #[mor(rename = "nice_billsec")]
    pub billed_seconds: Option<u64>,
    /// `nice_reseller`: name of the reseller.
    #[mor(rename = "nice_reseller")]
    pub reseller: Option<String>,
    /// Prefix of the destination.
    pub prefix: Option<String>,
    /// What is left after costs.
    pub profit: Option<Decimal>,
    /// Name of the provider.
    pub provider_name: Option<String>,
    /// What the provider charges for the call.
    pub provider_price: Option<Decimal>,
    /// What the provider charges for a minute.
    pub provider_rate: Option<Decimal>,
    /// What the reseller is charged for the call.
    pub reseller_price: Option<Decimal>,
    /// What the reseller is charged for a minute.
    pub reseller_rate: Option<Decimal>,
    /// ID of the server that carried the call.
    pub server_id: Option<u64>,
    /// Number that called.
    #[mor(rename = "src")]
    pub source_number: Option<String>,
    /// Name of the user.
    pub user: Option<String>,
    /// Currency of the user. From X11.
    pub user_currency: Option<String>,
    /// Exchange rate from the system's currency to the user's. From X11.
    pub user_exchange_rate: Option<Decimal>,
    /// ID of the user. From March 2019.
    pub user_id: Option<UserId>,
    /// What the user is charged for the call.
    pub user_price: Option<Decimal>,
    /// What the user is charged for a minute.
    pub user_rate: Option<Decimal>,
    /// Unique ID of the call.
    pub uniqueid: Option<String>,
    /// Columns of other versions, by wire name.
    #[mor(rest)]
    pub other: ElementMap,
}

/// State of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum CallStatus {
    /// Any.
    All,
    /// Answered.
    Answered,
    /// Not answered.
    #[mor(value = "no answer")]
    NoAnswer,
    /// Failed.
    Failed,
    /// Busy.
    Busy,
}
