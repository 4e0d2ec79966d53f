//! `user_login`: checks a username and a password.
//!
//! Since: not stated; starts or ends a session.

use mor_api::{CommonFault, Endpoint, Fault};

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
    group = "session",
    effect = session,
    hash = none,
    password = sent,
    response = Action,
    fault = LoginFault,
)]
pub struct UserLogin {}

/// Why a user is not logged in.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum LoginFault {
    /// The username or the password is wrong, or the user may not log in. Very old servers say only `failed`.
    #[fault("Login failed", "failed")]
    Failed,
    /// The last three logins from the caller's IP address failed: right credentials are refused, too, for 10
    /// seconds.
    #[fault("Please wait 10 seconds before trying to login again")]
    Throttled,
    /// One that any function may send. X8 says that the API is disabled only if the password was right.
    #[fault(common)]
    Common(CommonFault),
    /// A text that is not documented.
    #[fault(other)]
    Other(String),
}
