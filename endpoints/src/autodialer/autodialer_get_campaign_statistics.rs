//! `autodialer_get_campaign_statistics`: counts the numbers and calls of a campaign.

use jiff::Timestamp;
use mor_api::{Endpoint, Fault, FromXml};

use super::CallStatistics;
use crate::CampaignId;

/// Counts the numbers of a campaign, and its calls in a period.
///
/// The hash is that of `id`, `period_start` and `period_end`. The vendor's page lists `u` as well, as it does for the
/// campaign's poll results, where the example hash shows that `u` is not hashed; its own example hash is copied from
/// another function and altered. If a server answers `IncorrectHash`, try
/// [`CallOptions::hash_order`](mor_api::CallOptions::hash_order) with `u` first.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "autodialer_get_campaign_statistics",
    since = "X16",
    addon = "Auto-Dialer",
    effect = read,
    response = CampaignStatistics,
    fault = StatisticsFault,
)]
pub struct AutodialerGetCampaignStatistics {
    /// ID of the campaign in the MOR database.
    #[hash(order = 1)]
    pub id: CampaignId,
    /// Start of the period; today at 00:00 if left out.
    #[hash(order = 2)]
    pub period_start: Option<Timestamp>,
    /// End of the period; today at 23:59 if left out.
    #[hash(order = 3)]
    pub period_end: Option<Timestamp>,
}

/// The statistics of a campaign.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct CampaignStatistics {
    /// Name of the campaign.
    pub campaign_name: Option<String>,
    /// Its numbers and calls.
    pub campaign_statistics: CallStatistics,
}

/// Why there are no statistics.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum StatisticsFault {
    /// There is no campaign with this ID.
    #[fault("Campaign was not found")]
    CampaignNotFound,
    /// The campaign has no numbers.
    #[fault("Campaign does not have any Numbers")]
    NoNumbers,
    /// The campaign made no calls in the period.
    #[fault("Campaign does not have any Calls in selected time period")]
    NoCalls,
    /// The period ends before it starts.
    #[fault("Date from is greater than date till")]
    ReversedPeriod,
}
