//! `user_delete`: deletes a user.

use super::{Call, Done};
use crate::{
    http::{Answer, xml},
    state::Change,
};

/// The devices of the user are deleted as well; the payments stay. The sources do not say what becomes of the users of a
/// reseller: the simulator does not delete a reseller who has some.
pub(super) fn answer(call: &Call<'_>) -> Done {
    match checked(call) {
        Err(message) => Answer::error("unknown", message).into(),
        Ok(id) => {
            let answer = Answer::xml(xml::document("page/status", "User deleted"));
            Done::executed(Change::User { id }, answer, move |state| {
                state.accounts.0.retain(|account| account.id != id);
                state.inventory.devices.retain(|device| device.user_id != id);
                state.inventory.is_used = true;
            })
        }
    }
}

fn checked(call: &Call<'_>) -> Result<u64, &'static str> {
    let caller = call.caller.account().ok_or("Access Denied")?;
    let (accounts, inventory) = (&call.state.accounts, &call.state.inventory);
    let id = call.params.get("user_id").and_then(|id| id.parse().ok());
    let user = id.and_then(|id| accounts.owned_by(caller, id)).ok_or("User was not found")?;
    let has_did = |id| inventory.dids.iter().any(|did| did.device_id == Some(id));
    let owns_did = inventory.dids.iter().any(|did| did.owner == user.username);
    if owns_did || inventory.devices_of(user.id).any(|device| has_did(device.id)) {
        return Err("Cannot delete user - it has DIDs");
    }
    if accounts.0.iter().any(|account| account.owner.as_ref() == Some(&user.username)) {
        return Err("Access Denied");
    }
    Ok(user.id)
}
