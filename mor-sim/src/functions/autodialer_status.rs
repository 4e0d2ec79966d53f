//! `autodialer_change_campaign_status`: starts a stopped campaign, stops a running one.

use super::{Call, Done, autodialer};
use crate::{
    http::{Answer, xml},
    state::{Campaign, Change},
};

pub(super) fn answer(call: &Call<'_>, campaigns: &mut [Campaign]) -> Done {
    match autodialer::campaign(call, campaigns) {
        Err(refusal) => refusal.into(),
        Ok(campaign) => toggle(campaign),
    }
}

/// Which refusal comes first when both apply is not documented.
fn toggle(campaign: &mut Campaign) -> Done {
    if !campaign.running && campaign.numbers.is_empty() {
        return message(&format!("No free numbers for Campaign: {}", campaign.name));
    }
    if !campaign.running && !campaign.actions {
        return message(&format!("No actions for Campaign: {}", campaign.name));
    }
    campaign.running = !campaign.running;
    let text = if campaign.running { "Campaign started" } else { "Campaign stopped" };
    let answer = Answer::xml(xml::document("page/status/success", text));
    Done::executed(Change::Campaign { id: campaign.id }, answer)
}

fn message(text: &str) -> Done {
    Answer::xml(xml::document("page/status/message", text)).into()
}
