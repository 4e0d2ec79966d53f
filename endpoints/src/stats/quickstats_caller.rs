//! The caller of `quickstats_get`, whose name is hashed unless it is `admin`.

use core::fmt::{self, Write};

use mor_api::{Kind, Param};

/// A username that goes into the hash unless it is exactly `admin`. The name decides, not the role: another
/// administrator's name is hashed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct QuickstatsCaller(
    /// The username.
    pub String,
);

impl QuickstatsCaller {
    const UNHASHED: &'static str = "admin";
}

impl Param for QuickstatsCaller {
    const KIND: Kind = Kind::Text;

    #[inline]
    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(&self.0)
    }

    #[inline]
    fn hashed(&self, out: &mut dyn Write) -> fmt::Result {
        if self.0 == Self::UNHASHED { Ok(()) } else { self.wire(out) }
    }

    #[inline]
    fn read(text: &str) -> Option<Self> {
        Some(Self(text.to_owned()))
    }
}

impl From<&str> for QuickstatsCaller {
    #[inline]
    fn from(username: &str) -> Self {
        Self(username.to_owned())
    }
}

impl From<String> for QuickstatsCaller {
    #[inline]
    fn from(username: String) -> Self {
        Self(username)
    }
}
