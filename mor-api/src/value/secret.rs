//! Texts that nobody may see by accident.

use core::fmt::{self, Write};

use secrecy::{ExposeSecret, SecretString};

use crate::{FromText, Kind, Param};

/// A key, password, PIN or another text that must not be shown: `Debug`, explanations and serialization
/// mask it, and its memory is wiped when it is dropped. [`Secret::expose`] is the only way to the text.
///
/// ```
/// use mor_api::Secret;
///
/// let pin = Secret::from("1234");
/// assert_eq!(format!("{pin:?}"), "***");
/// assert_eq!(pin.expose(), "1234");
/// ```
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// What every secret is shown as.
    pub const MASK: &'static str = "***";

    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(SecretString::from(text))
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(SecretString::from(text))
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::MASK)
    }
}

/// Sent in clear, as MOR wants it.
impl Param for Secret {
    const KIND: Kind = Kind::Secret;

    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(self.expose())
    }

    fn read(text: &str) -> Option<Self> {
        Some(Self::from(text))
    }
}

impl FromText for Secret {
    const EXPECTED: &'static str = "a text";

    fn from_text(text: &str) -> Option<Self> {
        Some(Self::from(text))
    }
}

/// Masked: what is written to a file or a terminal stays there.
#[cfg(feature = "serde")]
impl serde::Serialize for Secret {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Self::MASK)
    }
}
