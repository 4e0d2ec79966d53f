//! Flags that a server takes only as `1`.

use mor_api::InvalidRequest;

/// Refuses a flag that would be sent as `0`.
#[inline]
pub(super) fn refuse_false(param: &'static str, flag: Option<bool>) -> Result<(), InvalidRequest> {
    if flag == Some(false) {
        return Err(InvalidRequest::new(param, "the server takes only 1: leave it out instead"));
    }
    Ok(())
}
