//! `user_logout`: marks a user as logged out.

use mor_api::{Endpoint, Fault, Secret};

use super::Action;

/// Marks the user of the credentials as logged out.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_logout",
    aliases = ["logout"],
    effect = session,
    response = Action,
    fault = LogoutFault,
)]
pub struct UserLogout {
    /// `p`: password of the caller; old versions want it, X5 and X8 do not.
    #[mor(rename = "p")]
    #[nohash]
    pub password: Option<Secret>,
}

/// Why a user is not logged out.
///
/// [`BadLogin`](mor_api::CommonFault::BadLogin) also means that there is no such user.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum LogoutFault {
    /// There was nobody to log out; the server says no more than `failed`.
    #[fault("failed")]
    Failed,
}
