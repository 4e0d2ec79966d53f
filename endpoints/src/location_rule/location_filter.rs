//! Whose localization rules to list.

use core::fmt::{self, Write};

use mor_api::{Kind, Param};

use crate::LocationId;

/// One location, or all of them. `all` is hashed like an ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LocationFilter {
    /// Every location the caller may see.
    All,
    /// This location.
    Location(LocationId),
}

impl Param for LocationFilter {
    const KIND: Kind = Kind::Text;

    #[inline]
    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        match self {
            Self::All => out.write_str("all"),
            Self::Location(id) => id.wire(out),
        }
    }

    #[inline]
    fn read(text: &str) -> Option<Self> {
        if text == "all" { Some(Self::All) } else { LocationId::read(text).map(Self::Location) }
    }
}

impl From<LocationId> for LocationFilter {
    #[inline]
    fn from(id: LocationId) -> Self {
        Self::Location(id)
    }
}
