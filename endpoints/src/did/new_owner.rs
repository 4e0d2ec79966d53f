//! For whom a DID is reserved.

use core::fmt::{self, Write};

use mor_api::{Kind, Param};

use crate::UserId;

/// For whom to reserve a DID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NewOwner {
    /// Nobody: the DID becomes free. Sent as `-1`.
    Nobody,
    /// This user or reseller.
    User(UserId),
}

impl Param for NewOwner {
    const KIND: Kind = Kind::Integer;

    #[inline]
    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        match self {
            Self::Nobody => out.write_str("-1"),
            Self::User(id) => id.wire(out),
        }
    }

    #[inline]
    fn read(text: &str) -> Option<Self> {
        if text == "-1" { Some(Self::Nobody) } else { UserId::read(text).map(Self::User) }
    }
}

impl From<UserId> for NewOwner {
    #[inline]
    fn from(id: UserId) -> Self {
        Self::User(id)
    }
}
