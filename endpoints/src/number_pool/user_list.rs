//! Some users, or all.

use core::fmt::{self, Write};

use mor_api::{Kind, Param};

use crate::UserId;

/// The users for whom to show in which lists they have a pool.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum UserList {
    /// All users; sent as `all`.
    All,
    /// These users.
    Users(Vec<UserId>),
}

impl Param for UserList {
    const KIND: Kind = Kind::List;

    #[inline]
    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        match self {
            Self::All => out.write_str("all"),
            Self::Users(ids) => ids.wire(out),
        }
    }

    #[inline]
    fn read(text: &str) -> Option<Self> {
        if text == "all" { Some(Self::All) } else { Vec::read(text).map(Self::Users) }
    }
}

impl From<Vec<UserId>> for UserList {
    #[inline]
    fn from(ids: Vec<UserId>) -> Self {
        Self::Users(ids)
    }
}
