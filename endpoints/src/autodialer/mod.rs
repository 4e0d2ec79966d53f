//! Campaigns of the auto-dialer, an add-on of MOR.

mod autodialer_change_campaign_status;
mod autodialer_get_campaign_ivr_poll_results;
mod autodialer_get_campaign_statistics;
mod autodialer_upload_numbers;
mod call_statistics;
mod campaign_status_fault;
mod percent;
mod poll_results;
mod upload_numbers_fault;

pub use crate::call::OrderBy;
pub use autodialer_change_campaign_status::{AutodialerChangeCampaignStatus, CampaignStatus};
pub use autodialer_get_campaign_ivr_poll_results::{AutodialerGetCampaignIvrPollResults, PollFault};
pub use autodialer_get_campaign_statistics::{
    AutodialerGetCampaignStatistics, CampaignStatistics, StatisticsFault,
};
pub use autodialer_upload_numbers::{AutodialerUploadNumbers, ImportedNumbers};
pub use call_statistics::CallStatistics;
pub use campaign_status_fault::CampaignStatusFault;
pub use percent::Percent;
pub use poll_results::{PollField, PollRecord, PollResults};
pub use upload_numbers_fault::UploadNumbersFault;
