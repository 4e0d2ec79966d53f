//! The rules that the functions of DIDs share: who may manage them, and where the errors are.

use super::{Call, refusal};
use crate::{
    http::Answer,
    state::{Account, Did, DidStatus, Role},
};

/// An error where the functions of DIDs send theirs.
pub(super) fn error(message: &str) -> Answer {
    Answer::error("page/status/error", message)
}

/// The account that manages DIDs in this call: the caller, or the admin for an accountant. Plain users are refused.
pub(super) fn manager<'a>(call: &Call<'a>) -> Result<&'a Account, Answer> {
    let caller = call.caller.account().filter(|caller| caller.role != Role::User);
    caller.map(|caller| call.state.accounts.acting(caller)).ok_or_else(refusal::access_denied)
}

/// The DID named by `did`, if it belongs to the manager and is not terminated. Assigning and unassigning spell the refusal
/// of a foreign DID in different ways.
pub(super) fn managed<'a>(call: &Call<'a>, manager: &Account, foreign: &str) -> Result<&'a Did, Answer> {
    let number = call.params.get("did").unwrap_or_default();
    let did = call.state.inventory.did(number).ok_or_else(|| error("DID was not found"))?;
    if did.owner != manager.username {
        return Err(error(foreign));
    }
    if did.status == DidStatus::Terminated {
        return Err(error("DID is terminated"));
    }
    Ok(did)
}

/// Whether the caller asks for the IDs in the answer.
pub(super) fn wants_ids(call: &Call<'_>) -> bool {
    call.params.get("test") == Some("1")
}

/// A string of digits, and not an empty one.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
