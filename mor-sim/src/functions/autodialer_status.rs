//! `autodialer_change_campaign_status`: starts a stopped campaign, stops a running one.

use super::{Call, autodialer};
use crate::{answer::Answer, campaign::Campaign, xml};

pub(super) fn answer(call: &Call<'_>, campaigns: &mut [Campaign]) -> Answer {
    match autodialer::campaign(call, campaigns) {
        Err(refusal) => refusal,
        Ok(campaign) => toggle(campaign),
    }
}

/// Which refusal comes first when both apply is not documented.
fn toggle(campaign: &mut Campaign) -> Answer {
    if !campaign.running && campaign.numbers.is_empty() {
        return message(&format!("No free numbers for Campaign: {}", campaign.name));
    }
    if !campaign.running && !campaign.actions {
        return message(&format!("No actions for Campaign: {}", campaign.name));
    }
    campaign.running = !campaign.running;
    let text = if campaign.running { "Campaign started" } else { "Campaign stopped" };
    Answer::xml(xml::document("page/status/success", text))
}

fn message(text: &str) -> Answer {
    Answer::xml(xml::document("page/status/message", text))
}
