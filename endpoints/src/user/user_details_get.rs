//! `user_details_get`: the personal details, address, invoice and warning settings of a user.

use mor_api::{Endpoint, InvalidRequest};

use super::{UserDetails, UserFault, wanted};
use crate::UserId;

/// The personal details, address, invoice settings and balance warnings of one user.
///
/// ```
/// use mor_endpoints::UserId;
/// use mor_endpoints::user::UserDetailsGet;
///
/// let by_id = UserDetailsGet::by_id(UserId(123));
/// let by_name = UserDetailsGet::by_username("jonas");
/// assert_eq!((by_id.username, by_name.user_id), (None, None));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_details_get",
    aliases = ["user_details"],
    since = "8",
    effect = read,
    response = UserDetails,
    fault = UserFault,
    check = Self::check_wanted,
)]
pub struct UserDetailsGet {
    /// ID of the user; needed when `username` is left out.
    #[hash(order = 1)]
    pub user_id: Option<UserId>,
    /// Username of the user; needed when `user_id` is left out.
    #[hash(order = 2)]
    pub username: Option<String>,
}

impl UserDetailsGet {
    /// The user with this ID.
    #[must_use]
    #[inline]
    pub fn by_id(user_id: UserId) -> Self {
        Self::new().user_id(user_id)
    }

    /// The user with this username.
    #[must_use]
    pub fn by_username(username: impl Into<String>) -> Self {
        Self::new().username(username)
    }

    #[inline]
    fn check_wanted(&self) -> Result<(), InvalidRequest> {
        wanted::check(self.user_id, self.username.as_ref())
    }
}
