//! `device_delete`: deletes a device.

use super::{Call, Done};
use crate::{
    http::{Answer, xml},
    state::Change,
};

/// The DIDs of the device become free: this is the simulator's choice.
pub(super) fn answer(call: &Call<'_>) -> Done {
    match checked(call) {
        Err(message) => Answer::error("page/error", message).into(),
        Ok(id) => {
            let answer = Answer::xml(xml::document("page/status", "Device was deleted"));
            Done::executed(Change::Device { id }, answer, move |state| state.inventory.remove_device(id))
        }
    }
}

fn checked(call: &Call<'_>) -> Result<u64, &'static str> {
    let caller = call.caller.account().ok_or("Bad login")?;
    let id = call.params.get("device").and_then(|id| id.parse().ok());
    let device = id.and_then(|id| call.state.inventory.device(id)).ok_or("Device was not found")?;
    let accounts = &call.state.accounts;
    let is_own =
        device.user_id == accounts.acting(caller).id || accounts.owned_by(caller, device.user_id).is_some();
    if is_own { Ok(device.id) } else { Err("Access Denied") }
}
