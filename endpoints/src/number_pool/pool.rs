//! A number pool and what is in it.

use mor_api::{ElementMap, FromXml, WireEnum};

use crate::{NumberPoolId, UserId};

/// A number pool. Only another client documents the form of the answer, so nothing but the IDs of pools and the numbers
/// is required.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct NumberPool {
    /// Its ID.
    pub id: NumberPoolId,
    /// Its name.
    pub name: Option<String>,
    /// A comment.
    pub comment: Option<String>,
    /// Whose it is; 0 is the admin.
    pub owner_id: Option<UserId>,
    /// Its numbers; none unless they were asked for.
    #[mor(path = "numbers/number", default)]
    pub numbers: Vec<PoolNumber>,
    /// Elements that are not known, by wire name.
    #[mor(rest)]
    pub other: ElementMap,
}

/// A number of a pool.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct PoolNumber {
    /// The number, such as `44%`; a `#` may come as `_`, as the server stores it.
    pub number: String,
    /// A comment.
    pub comment: Option<String>,
    /// The users who have it in a list; none unless they were asked for.
    #[mor(path = "users/user", default)]
    pub users: Vec<PoolUser>,
    /// Elements that are not known, by wire name; its ID, if the server tells it, is here.
    #[mor(rest)]
    pub other: ElementMap,
}

/// A user who has a pool as a list.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct PoolUser {
    /// ID of the user.
    pub id: Option<UserId>,
    /// Username.
    pub username: Option<String>,
    /// How the user has it.
    pub list_type: Option<ListType>,
}

/// How a user has a number pool.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum ListType {
    /// The numbers are forbidden.
    Blacklist,
    /// The numbers are allowed.
    Whitelist,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}
