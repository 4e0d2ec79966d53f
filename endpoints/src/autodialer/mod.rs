//! Campaigns of the auto-dialer, an add-on of MOR.

mod autodialer_get_campaign_ivr_poll_results;
mod poll_results;

pub use crate::call::OrderBy;
pub use autodialer_get_campaign_ivr_poll_results::{AutodialerGetCampaignIvrPollResults, PollFault};
pub use poll_results::{PollField, PollRecord, PollResults};
