//! `user_details_raw_get`: a user's row in the server's database.

use mor_api::{ElementMap, Endpoint, FromXml, InvalidRequest, Secret};

use super::{UserFault, wanted};
use crate::UserId;

/// A user's row in the server's database, column by column.
///
/// The admin may ask for anybody, resellers and partners for their users, accountants with the permission
/// *Manage Users* for anybody but the admin.
///
/// The vendor's page lists `u` as the first hashed parameter, but its example and another client leave it
/// out of the hash: where this request is answered with `Incorrect hash`, that is the likely reason.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_details_raw_get",
    since = "X16",
    effect = read,
    caller = hashed(1),
    response = UserRow,
    fault = UserFault,
    check = Self::check_wanted,
)]
pub struct UserDetailsRawGet {
    /// ID of the user; needed when `username` is left out.
    #[hash(order = 2)]
    pub user_id: Option<UserId>,
    /// Username of the user; needed when `user_id` is left out.
    #[hash(order = 3)]
    pub username: Option<String>,
}

impl UserDetailsRawGet {
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

/// A row of the table of users. Only the first three columns are documented, and columns come and go with the
/// version.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct UserRow {
    /// ID of the user.
    pub id: UserId,
    /// Username.
    pub username: String,
    /// SHA-1 of the password, without salt: as good as the password if that is weak.
    pub password: Option<Secret>,
    /// All other columns by their names, as the database prints them; which there are depends on the version.
    /// Unlike `password` they are not masked.
    #[mor(rest)]
    pub other: ElementMap,
}
