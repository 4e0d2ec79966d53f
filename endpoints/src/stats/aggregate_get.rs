//! `aggregate_get`: sums up calls by user, provider, destination and the like.

use jiff::Timestamp;
use mor_api::Endpoint;

use super::{AggregateFault, Aggregates};
use crate::{DeviceId, ProviderId, TerminatorId, UserId};

/// Sums up the calls of a period, one row for each combination of what they are grouped by.
///
/// Without any grouping the server groups by user, terminator and destination group.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "aggregate_get",
    since = "X18",
    effect = read,
    response = Aggregates,
    fault = AggregateFault,
)]
pub struct AggregateGet {
    /// Start of the period; today 00:00:00 if left out.
    #[nohash]
    pub from: Option<Timestamp>,
    /// End of the period; today 23:59:59 if left out.
    #[nohash]
    pub till: Option<Timestamp>,
    /// `a_currency`: code of the currency in which amounts are wanted; `USD` if left out.
    #[mor(rename = "a_currency")]
    #[nohash]
    pub currency: Option<String>,
    /// Groups by user.
    #[nohash]
    pub group_by_user: Option<bool>,
    /// Groups by device.
    #[nohash]
    pub group_by_device: Option<bool>,
    /// Groups by terminator.
    #[nohash]
    pub group_by_terminator: Option<bool>,
    /// Groups by provider.
    #[nohash]
    pub group_by_provider: Option<bool>,
    /// Groups by destination group.
    #[nohash]
    pub group_by_dst_group: Option<bool>,
    /// Groups by destination.
    #[nohash]
    pub group_by_dst: Option<bool>,
    /// Groups by day.
    #[nohash]
    pub group_by_day: Option<bool>,
    /// Groups by hour.
    #[nohash]
    pub group_by_hour: Option<bool>,
    /// Groups by the rate of the user.
    #[nohash]
    pub group_by_user_rate: Option<bool>,
    /// Groups by the rate of the provider.
    #[nohash]
    pub group_by_provider_rate: Option<bool>,
    /// Only calls of this user.
    #[nohash]
    pub s_originator_id: Option<UserId>,
    /// Only calls over this terminator.
    #[nohash]
    pub s_terminator_id: Option<TerminatorId>,
    /// Only calls of this device.
    #[nohash]
    pub s_device: Option<DeviceId>,
    /// Only calls over this provider.
    #[nohash]
    pub s_provider: Option<ProviderId>,
    /// `a_src`: only calls with this caller ID; which patterns are allowed is not documented.
    #[mor(rename = "a_src")]
    #[nohash]
    pub source: Option<String>,
    /// `a_dst`: only calls to this destination; which patterns are allowed is not documented.
    #[mor(rename = "a_dst")]
    #[nohash]
    pub destination: Option<String>,
    /// Only calls of this duration; in which form is not documented.
    #[nohash]
    pub s_duration: Option<String>,
    /// Only calls to this destination group; whether by name or by ID is not documented.
    #[nohash]
    pub dst_group: Option<String>,
    /// Counts the real duration of calls, not the billed one.
    #[nohash]
    pub use_real_billsec: Option<bool>,
    /// Counts as the user sees it. The page breaks off in this name; the rest is from a sister product.
    #[nohash]
    pub from_user_perspective: Option<bool>,
    /// Only rows with at least so many answered calls. Known from a sister product only.
    #[nohash]
    pub answered_calls: Option<u64>,
}
