//! `autodialer_change_campaign_status`: starts a stopped campaign, stops a running one.

use super::{Call, Done, autodialer};
use crate::{
    http::{Answer, xml},
    state::{Campaign, Change},
};

pub(super) fn answer(call: &Call<'_>) -> Done {
    match autodialer::campaign(call) {
        Err(refusal) => refusal.into(),
        Ok(campaign) => toggle(campaign),
    }
}

/// Which refusal comes first when both apply is not documented.
fn toggle(campaign: &Campaign) -> Done {
    if !campaign.running && campaign.numbers.is_empty() {
        return message(&format!("No free numbers for Campaign: {}", campaign.name));
    }
    if !campaign.running && !campaign.actions {
        return message(&format!("No actions for Campaign: {}", campaign.name));
    }
    let (id, running) = (campaign.id, !campaign.running);
    let text = if running { "Campaign started" } else { "Campaign stopped" };
    let answer = Answer::xml(xml::document("page/status/success", text));
    Done::executed(Change::Campaign { id }, answer, move |state| {
        for campaign in state.campaigns.iter_mut().filter(|campaign| campaign.id == id) {
            campaign.running = running;
        }
    })
}

fn message(text: &str) -> Done {
    Answer::xml(xml::document("page/status/message", text)).into()
}
