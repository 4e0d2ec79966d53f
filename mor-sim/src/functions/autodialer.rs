//! The rules that the functions of the auto-dialer share: who may use them, and which campaigns a caller sees.

use super::{Call, refusal};
use crate::{
    http::Answer,
    state::{Account, Accounts, Campaign},
};

/// An error where the auto-dialer functions send theirs.
pub(super) fn error(message: &str) -> Answer {
    Answer::error("page/status/error", message)
}

/// The campaign named by `id`, or the refusal.
pub(super) fn campaign<'a>(call: &Call<'a>) -> Result<&'a Campaign, Answer> {
    let caller = call.caller.account().ok_or_else(refusal::access_denied)?;
    if !caller.autodialer {
        return Err(error("You are not authorized to use this functionality"));
    }
    let id = call.params.filled("id").and_then(|id| id.parse().ok());
    let state = call.state;
    state
        .campaigns
        .iter()
        .find(|campaign| Some(campaign.id) == id && sees(caller, campaign, &state.accounts))
        .ok_or_else(|| error("Campaign was not found"))
}

/// Callers see their own campaigns and those of their users. The accountant sees what the admin sees. A campaign that the
/// caller does not see is not found, as the vendor's page says for the upload.
fn sees(caller: &Account, campaign: &Campaign, accounts: &Accounts) -> bool {
    let acting = accounts.acting(caller);
    let owner_of_owner = accounts.find(&campaign.owner).and_then(|owner| owner.owner.as_deref());
    campaign.owner == acting.username || owner_of_owner == Some(&acting.username)
}
