//! `autodialer_get_campaign_ivr_poll_results`: what the called people keyed in.

use super::{Call, autodialer};
use crate::http::{Answer, xml};

pub(super) fn answer(call: &Call<'_>) -> Answer {
    match autodialer::campaign(call) {
        Err(refusal) => refusal,
        Ok(campaign) if !campaign.has_numbers() => autodialer::error("Campaign does not have any Numbers"),
        Ok(campaign) => {
            Answer::xml(xml::document("page/status/ivr_poll_results_string", &campaign.poll_results))
        }
    }
}
