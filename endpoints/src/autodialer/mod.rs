//! Campaigns of the auto-dialer, an add-on of MOR.

mod autodialer_change_campaign_status;
mod autodialer_get_campaign_ivr_poll_results;
mod autodialer_get_campaign_statistics;
mod autodialer_upload_numbers;
mod call_statistics;
mod percent;
mod poll_results;

pub use crate::call::OrderBy;
pub use autodialer_change_campaign_status::{
    AutodialerChangeCampaignStatus, CampaignStatus, CampaignStatusFault,
};
pub use autodialer_get_campaign_ivr_poll_results::{AutodialerGetCampaignIvrPollResults, PollFault};
pub use autodialer_get_campaign_statistics::{
    AutodialerGetCampaignStatistics, CampaignStatistics, StatisticsFault,
};
pub use autodialer_upload_numbers::{AutodialerUploadNumbers, ImportedNumbers, UploadNumbersFault};
pub use call_statistics::CallStatistics;
pub use percent::Percent;
pub use poll_results::{PollField, PollRecord, PollResults};
