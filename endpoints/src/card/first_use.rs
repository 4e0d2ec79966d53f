//! When a calling card was used first.

use core::fmt::{self, Write};

use jiff::Timestamp;
use mor_api::{Kind, Param};

/// The new time of a card's first use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FirstUse {
    /// Then.
    At(Timestamp),
    /// None: the card counts as unused. Sent as `-1`.
    Never,
}

impl Param for FirstUse {
    const KIND: Kind = Kind::UnixTime;

    #[inline]
    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        match self {
            Self::At(time) => time.wire(out),
            Self::Never => out.write_str("-1"),
        }
    }

    #[inline]
    fn read(text: &str) -> Option<Self> {
        if text == "-1" { Some(Self::Never) } else { Timestamp::read(text).map(Self::At) }
    }
}
