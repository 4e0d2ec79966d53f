//! `users_get`: lists the users.

use mor_api::{Endpoint, FromXml, Secret};
use rust_decimal::Decimal;

use super::{UserType, UsersFault};
use crate::{LcrId, TariffId, UserId};

/// Lists the users the caller may see: the admin everybody but himself, a reseller his users, an accountant
/// everybody but the admin and accountants, a partner his resellers and their users.
///
/// The caller is checked once more by password or uniquehash. With neither in the request, the password of the
/// credentials is sent.
///
/// ```
/// use mor_endpoints::user::UsersGet;
///
/// let request = UsersGet::with_password("admin1");
/// assert_eq!(format!("{request:?}"), "UsersGet { password: Some(***), uniquehash: None }");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "users_get",
    since = "X8",
    effect = read,
    caller = hashed(1),
    password_or = "uniquehash",
    response = Users,
    fault = UsersFault,
)]
pub struct UsersGet {
    /// `p`: password of the caller, in clear; that of the credentials if neither this nor `uniquehash` is given.
    #[mor(rename = "p")]
    #[hash(order = 2)]
    pub password: Option<Secret>,
    /// Uniquehash of the caller in place of the password; servers of October 2025 and later.
    #[nohash]
    pub uniquehash: Option<Secret>,
}

impl UsersGet {
    /// A request proven by the caller's password.
    #[must_use]
    pub fn with_password(password: impl Into<Secret>) -> Self {
        Self::new().password(password)
    }

    /// A request proven by the caller's uniquehash.
    #[must_use]
    pub fn with_uniquehash(uniquehash: impl Into<Secret>) -> Self {
        Self::new().uniquehash(uniquehash)
    }
}

/// The users the caller may see.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct Users {
    /// One for each user.
    #[mor(path = "users/user", rows)]
    pub users: Vec<User>,
}

/// A user in a list.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct User {
    /// His ID.
    pub id: UserId,
    /// His username.
    pub username: String,
    /// His first name.
    pub first_name: String,
    /// His last name.
    pub last_name: String,
    /// His balance; not rounded, and in which currency is not said.
    pub balance: Decimal,
    /// Whether he is blocked.
    pub blocked: bool,
    /// His LCR. The server prints the raw column, which may be empty, as may that of the tariff.
    pub lcr_id: Option<LcrId>,
    /// His tariff.
    pub tariff_id: Option<TariffId>,
    /// Whose user he is; 0 is the admin.
    pub owner_id: UserId,
    /// What kind of account he is.
    #[mor(rename = "usertype")]
    pub user_type: UserType,
    /// Whether he is hidden in lists; servers of October 2025 and later.
    pub hidden: Option<bool>,
}
