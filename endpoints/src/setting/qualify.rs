//! Whether devices are checked for being there.

use core::fmt::{self, Write};

use mor_api::{Kind, Param};

/// Whether devices are checked for being there.
///
/// ```
/// use mor_api::Param;
/// use mor_endpoints::setting::Qualify;
///
/// assert_eq!(Qualify::read("no"), Some(Qualify::No));
/// assert_eq!(Qualify::read("2000"), Some(Qualify::Milliseconds(2000)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Qualify {
    /// They are not.
    No,
    /// They are, and have to answer within so many milliseconds, 1000 or more.
    Milliseconds(u32),
}

impl Qualify {
    const NO: &str = "no";
}

impl Param for Qualify {
    const KIND: Kind = Kind::Text;

    #[inline]
    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        match self {
            Self::No => out.write_str(Self::NO),
            Self::Milliseconds(milliseconds) => milliseconds.wire(out),
        }
    }

    #[inline]
    fn read(text: &str) -> Option<Self> {
        if text == Self::NO { Some(Self::No) } else { u32::read(text).map(Self::Milliseconds) }
    }
}
