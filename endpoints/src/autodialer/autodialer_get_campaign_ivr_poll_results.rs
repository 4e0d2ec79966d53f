//! `autodialer_get_campaign_ivr_poll_results`: what the called people keyed into a campaign's IVR poll.

use mor_api::{Endpoint, Fault};

use super::PollResults;
use crate::call::OrderBy;
use crate::{CampaignId, UserId};

/// Answers that the called people keyed into a campaign's IVR poll.
///
/// Only `id` is hashed. The vendor's page lists `u` among the hashed parameters as well, but marks only `id`
/// so and lists `u` again among the others; its example hash, of which the last three digits were changed, is
/// that of `2secret`: campaign 2, then the key.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "autodialer_get_campaign_ivr_poll_results",
    since = "X16",
    addon = "Auto-Dialer",
    effect = read,
    response = PollResults,
    fault = PollFault,
)]
pub struct AutodialerGetCampaignIvrPollResults {
    /// ID of the campaign in the MOR database.
    #[hash(order = 1)]
    pub id: CampaignId,
    /// Sort key; `time` if left out. Only the page's first revision has it, with the values of
    /// `user_calls_get`, so a server may ignore it.
    #[nohash]
    pub order_by: Option<OrderBy>,
    /// ID of a user of type reseller; all resellers if left out. Only the page's first revision has it.
    #[nohash]
    pub s_reseller: Option<UserId>,
}

/// Why there are no poll results.
///
/// An account that may not use the auto-dialer gets [`NotAuthorized`](mor_api::CommonFault::NotAuthorized).
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum PollFault {
    /// There is no campaign with this ID, or it is not the caller's.
    #[fault("Campaign was not found")]
    CampaignNotFound,
    /// The campaign's list of numbers is empty.
    #[fault("Campaign does not have any Numbers")]
    NoNumbers,
}
