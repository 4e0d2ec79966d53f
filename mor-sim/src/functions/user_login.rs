//! `user_login`: the one function whose purpose is to check a password.

use super::{Call, sample};
use crate::{dispatch::Caller, http::Answer};

/// The password has been compared when the caller was looked up: X8 looks at its settings only for a good login.
pub(super) fn answer(call: &Call<'_>) -> Answer {
    match call.caller {
        Caller::Known(_) if call.state.settings.login_redirect => sample::redirect_to_gui(),
        Caller::Known(_) => sample::success(call.function),
        Caller::Unknown | Caller::NotNeeded => Answer::error("action/status_message", "Login failed"),
    }
}
