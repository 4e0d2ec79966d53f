//! A value or the word *Unlimited*.

use core::fmt;

use crate::FromText;

/// A limit that may not exist: MOR writes `Unlimited` in place of the value.
///
/// ```
/// use mor_api::{FromText, Limit, Money};
///
/// assert_eq!(Limit::<Money>::from_text("Unlimited"), Some(Limit::Unlimited));
/// assert!(matches!(Limit::<Money>::from_text("10.00"), Some(Limit::To(_))));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit<T> {
    /// There is no limit.
    Unlimited,
    /// The limit.
    To(T),
}

impl<T: FromText> FromText for Limit<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        if ["unlimited", "infinity"].iter().any(|word| text.eq_ignore_ascii_case(word)) {
            Some(Self::Unlimited)
        } else {
            T::from_text(text).map(Self::To)
        }
    }
}

impl<T: fmt::Display> fmt::Display for Limit<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unlimited => f.write_str("Unlimited"),
            Self::To(limit) => limit.fmt(f),
        }
    }
}

/// The limit, or null when there is none.
#[cfg(feature = "serde")]
impl<T: serde::Serialize> serde::Serialize for Limit<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unlimited => serializer.serialize_none(),
            Self::To(limit) => serializer.serialize_some(limit),
        }
    }
}
