//! Whose things to list.

use core::fmt::{self, Write};

use mor_api::{Kind, Param};

use crate::UserId;

/// One user, or everybody.
///
/// `all` is sent but not hashed: the server keeps only digits of such a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UserFilter {
    /// Everybody the caller may see.
    All,
    /// This user.
    User(UserId),
}

impl Param for UserFilter {
    const KIND: Kind = Kind::Text;

    #[inline]
    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        match self {
            Self::All => out.write_str("all"),
            Self::User(id) => id.wire(out),
        }
    }

    #[inline]
    fn hashed(&self, out: &mut dyn Write) -> fmt::Result {
        match self {
            Self::All => Ok(()),
            Self::User(id) => id.hashed(out),
        }
    }

    #[inline]
    fn read(text: &str) -> Option<Self> {
        if text == "all" { Some(Self::All) } else { UserId::read(text).map(Self::User) }
    }
}

impl From<UserId> for UserFilter {
    #[inline]
    fn from(id: UserId) -> Self {
        Self::User(id)
    }
}
