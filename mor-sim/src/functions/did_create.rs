//! `did_create`: creates a DID for the caller.

use super::{
    Call, Done,
    did::{error, is_number, manager, wants_ids},
};
use crate::{
    http::{Answer, xml},
    state::{Change, Did},
};

/// Every ID of a provider is accepted, because the simulator has no providers.
pub(super) fn answer(call: &Call<'_>) -> Done {
    match checked(call) {
        Err(refusal) => refusal.into(),
        Ok(did) => created(did, wants_ids(call)),
    }
}

fn checked(call: &Call<'_>) -> Result<Did, Answer> {
    let manager = manager(call)?;
    let provider = call.params.get("provider_id").and_then(|id| id.parse().ok());
    let provider_id = provider.ok_or_else(|| error("Provider was not found"))?;
    let number = call.params.get("did").filter(|number| is_number(number));
    let number = number.ok_or_else(|| error("Invalid DID specified"))?;
    let inventory = &call.state.inventory;
    if inventory.did(number).is_some() {
        return Err(error("DID already exists"));
    }
    let mut did = Did::new(inventory.next_did(), number);
    did.owner.clone_from(&manager.username);
    did.provider_id = provider_id;
    Ok(did)
}

fn created(did: Did, repeats_number: bool) -> Done {
    let id = did.id;
    let number = if repeats_number { format!("    <did>{}</did>\n", did.number) } else { String::new() };
    let text = format!(
        "{}<page>\n  <status>\n    <success>DID created</success>\n  </status>\n  <did_details>\n    <id>{id}</id>\n\
         {number}  </did_details>\n</page>\n",
        xml::DECLARATION
    );
    Done::executed(Change::Did { id }, Answer::xml(text), |state| state.inventory.add_did(did))
}
