//! `did_device_unassign`: takes a DID away from its device.

use super::{
    Call, Done,
    did::{error, managed, manager, wants_ids},
};
use crate::{
    http::{Answer, xml},
    state::{Change, Did},
};

pub(super) fn answer(call: &Call<'_>) -> Done {
    match checked(call) {
        Err(refusal) => refusal.into(),
        Ok(did) => unassigned(did, wants_ids(call)),
    }
}

fn checked<'a>(call: &Call<'a>) -> Result<&'a Did, Answer> {
    let did = managed(call, manager(call)?, "You are not authorized to use this DID")?;
    if did.device_id.is_none() {
        return Err(error("DID is already free"));
    }
    Ok(did)
}

fn unassigned(did: &Did, with_id: bool) -> Done {
    let id = did.id;
    let shown = if with_id { format!("  <did_id>{id}</did_id>\n") } else { String::new() };
    let text = format!(
        "{}<page>\n  <status>\n    <success>Device was unassigned from DID</success>\n  </status>\n{shown}</page>\n",
        xml::DECLARATION
    );
    Done::executed(Change::Did { id }, Answer::xml(text), move |state| state.inventory.assign(id, None))
}
