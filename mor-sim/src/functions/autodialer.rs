//! What the functions of the auto-dialer have in common: who may use them, and which campaigns he sees.

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
pub(super) fn campaign<'a>(
    call: &Call<'_>,
    campaigns: &'a mut [Campaign],
) -> Result<&'a mut Campaign, Answer> {
    let caller = call.caller.account().ok_or_else(refusal::access_denied)?;
    if !caller.autodialer {
        return Err(error("You are not authorized to use this functionality"));
    }
    let id = call.params.filled("id").and_then(|id| id.parse().ok());
    campaigns
        .iter_mut()
        .find(|campaign| Some(campaign.id) == id && sees(caller, campaign, call.accounts))
        .ok_or_else(|| error("Campaign was not found"))
}

/// Everybody sees his own campaigns, and the owner of users sees theirs. The accountant sees what the admin sees. A
/// campaign that one does not see is not found, as the vendor's page says for the upload.
fn sees(caller: &Account, campaign: &Campaign, accounts: &Accounts) -> bool {
    let acting = accounts.acting(caller);
    let owner_of_owner = accounts.find(&campaign.owner).and_then(|owner| owner.owner.as_deref());
    campaign.owner == acting.username || owner_of_owner == Some(&acting.username)
}
