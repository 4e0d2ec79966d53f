//! `user_login`: checks a username and a password.

use mor_api::{Endpoint, Fault};

use super::Action;

/// Checks the username and the password of the credentials, and marks the user as logged in.
///
/// No hash is looked at. With the setting *Allow API Login Redirect* on, a successful login is answered with a
/// redirect to the GUI, which is reported as [`Unexpected::Redirect`](mor_api::Unexpected::Redirect); a failed
/// one is refused as usual. From X8 a blocked user is refused unless he may log in all the same.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_login",
    aliases = ["login"],
    effect = session,
    hash = none,
    password = sent,
    response = Action,
    fault = LoginFault,
)]
pub struct UserLogin {}

/// Why a user is not logged in.
///
/// X8 says [`ApiDisabled`](mor_api::CommonFault::ApiDisabled) only if the password was right.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum LoginFault {
    /// The username or the password is wrong, or the user may not log in. Very old servers say only `failed`.
    #[fault("Login failed", "failed")]
    Failed,
    /// The last three logins from the caller's IP address failed: right credentials are refused, too, for 10
    /// seconds.
    #[fault("Please wait 10 seconds before trying to login again")]
    Throttled,
}
