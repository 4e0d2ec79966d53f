//! A flag that the server writes as a word.

use core::fmt;

use crate::value::word::is_word;
use crate::{FromText, Kind, ValueShape};

/// A flag that MOR writes as *Yes* or *No*, perhaps in the server's language. Flags that are always digits are `bool`.
///
/// ```
/// use mor_api::{Flag, FromText};
///
/// assert_eq!(Flag::from_text("Yes"), Some(Flag::Yes));
/// assert_eq!(Flag::from_text("Taip"), Some(Flag::Other("Taip".to_owned())));
/// assert_eq!(Flag::from_text("2"), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Flag {
    /// `Yes`, `true` or `1`.
    Yes,
    /// `No`, `false` or `0`.
    No,
    /// The word of a server that speaks another language.
    Other(String),
}

impl Flag {
    /// The flag, if its word is known.
    #[must_use]
    pub fn known(&self) -> Option<bool> {
        match self {
            Self::Yes => Some(true),
            Self::No => Some(false),
            Self::Other(_) => None,
        }
    }
}

impl From<bool> for Flag {
    fn from(flag: bool) -> Self {
        if flag { Self::Yes } else { Self::No }
    }
}

impl FromText for Flag {
    const EXPECTED: &'static str = "yes or no";
    const FORM: ValueShape = ValueShape::OrText(&ValueShape::Value(Kind::Flag));

    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        bool::from_text(text).map(Self::from).or_else(|| is_word(text).then(|| Self::Other(text.to_owned())))
    }
}

impl fmt::Display for Flag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Yes => "Yes",
            Self::No => "No",
            Self::Other(word) => word,
        })
    }
}

/// A boolean, or the word that is not known.
#[cfg(feature = "serde")]
impl serde::Serialize for Flag {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Yes => serializer.serialize_bool(true),
            Self::No => serializer.serialize_bool(false),
            Self::Other(word) => serializer.serialize_str(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_language_are_kept() {
        for (text, known) in [("yes", Some(true)), (" No\n", Some(false)), ("1", Some(true)), ("Ne", None)] {
            assert_eq!(Flag::from_text(text).map(|flag| flag.known()), Some(known), "{text:?}");
        }
        for bad in ["", " ", "-", "2", "yes1"] {
            assert_eq!(Flag::from_text(bad), None, "{bad:?}");
        }
    }
}
