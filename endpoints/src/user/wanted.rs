//! Which user is wanted: by ID, by username, or by both.

use mor_api::InvalidRequest;

use crate::UserId;

/// The server answers a request that says neither with some user of the caller's, not with an error.
#[inline]
pub(super) fn check(user_id: Option<UserId>, username: Option<&String>) -> Result<(), InvalidRequest> {
    if user_id.is_none() && username.is_none_or(String::is_empty) {
        return Err(InvalidRequest::new("user_id", "`user_id`, `username` or both are needed"));
    }
    Ok(())
}
