//! `did_device_assign`: assigns a DID to a device.

use super::{
    Call, Done,
    did::{error, managed, manager, wants_ids},
};
use crate::{
    http::{Answer, xml},
    state::{Change, Did, DidStatus},
};

/// The device must belong to a user of the caller. A DID that the device has already is not free either: this is the
/// simulator's choice.
pub(super) fn answer(call: &Call<'_>) -> Done {
    match checked(call) {
        Err(refusal) => refusal.into(),
        Ok((did, device_id)) => assigned(did, device_id, wants_ids(call)),
    }
}

fn checked<'a>(call: &Call<'a>) -> Result<(&'a Did, u64), Answer> {
    let manager = manager(call)?;
    let id = call.params.get("device_id").and_then(|id| id.parse().ok());
    let device = id.and_then(|id| call.state.inventory.device(id));
    let device = device.ok_or_else(|| error("Device was not found"))?;
    let is_own =
        device.user_id == manager.id || call.state.accounts.owned_by(manager, device.user_id).is_some();
    if !is_own {
        return Err(error("Your are not authorized to use this Device"));
    }
    let did = managed(call, manager, "Your are not authorized to use this DID")?;
    if did.device_id.is_some() || did.status == DidStatus::Closed {
        return Err(error("DID is not free"));
    }
    Ok((did, device.id))
}

fn assigned(did: &Did, device_id: u64, with_ids: bool) -> Done {
    let id = did.id;
    let ids = if with_ids {
        format!("  <did_id>{id}</did_id>\n  <device_id>{device_id}</device_id>\n")
    } else {
        String::new()
    };
    let text = format!(
        "{}<page>\n  <status>\n    <success>Device assigned to DID</success>\n  </status>\n{ids}</page>\n",
        xml::DECLARATION
    );
    Done::executed(Change::Did { id }, Answer::xml(text), move |state| {
        state.inventory.assign(id, Some(device_id));
    })
}
