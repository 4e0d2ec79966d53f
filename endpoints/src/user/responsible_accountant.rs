//! Who looks after a user.

use core::fmt::{self, Write};

use mor_api::{Kind, Param};

use crate::UserId;

/// The accountant who looks after a user, or nobody, sent as -1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ResponsibleAccountant {
    /// Nobody.
    Nobody,
    /// This accountant.
    Accountant(UserId),
}

impl ResponsibleAccountant {
    const NOBODY: &str = "-1";
}

impl Param for ResponsibleAccountant {
    const KIND: Kind = Kind::Integer;

    #[inline]
    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        match self {
            Self::Nobody => out.write_str(Self::NOBODY),
            Self::Accountant(id) => id.wire(out),
        }
    }

    #[inline]
    fn read(text: &str) -> Option<Self> {
        if text == Self::NOBODY { Some(Self::Nobody) } else { UserId::read(text).map(Self::Accountant) }
    }
}

impl From<UserId> for ResponsibleAccountant {
    #[inline]
    fn from(id: UserId) -> Self {
        Self::Accountant(id)
    }
}
