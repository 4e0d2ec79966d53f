//! The refusals of `autodialer_change_campaign_status`.

use mor_api::Fault;

/// Why a campaign was not switched.
///
/// An account that may not use the auto-dialer gets [`NotAuthorized`](mor_api::CommonFault::NotAuthorized).
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CampaignStatusFault {
    /// There is no campaign with this ID.
    #[fault("Campaign was not found")]
    CampaignNotFound,
    /// It cannot start: every number was called. The text ends with the campaign's name.
    #[fault(starts_with = "No free numbers for Campaign:")]
    NoFreeNumbers(String),
    /// It cannot start: it has no actions. The text ends with the campaign's name.
    #[fault(starts_with = "No actions for Campaign:")]
    NoActions(String),
}
