//! A value or a word such as *Unlimited*.

use core::fmt;

use crate::value::word::is_word;
use crate::{FromText, ValueShape};

/// A limit that may not exist: MOR writes `Unlimited` in place of the value, in the server's language.
///
/// ```
/// use mor_api::{FromText, Limit};
///
/// assert_eq!(Limit::<u64>::from_text("10"), Some(Limit::To(10)));
/// assert_eq!(Limit::<u64>::from_text("Unlimited"), Some(Limit::Unlimited));
/// assert_eq!(Limit::<u64>::from_text("Unbegrenzt"), Some(Limit::Other("Unbegrenzt".to_owned())));
/// assert_eq!(Limit::<u64>::from_text("10x"), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Limit<T> {
    /// There is no limit.
    Unlimited,
    /// The limit.
    To(T),
    /// Another word in place of the value: as a rule *Unlimited* in the server's language.
    Other(String),
}

impl<T: FromText> FromText for Limit<T> {
    const EXPECTED: &'static str = T::EXPECTED;
    const FORM: ValueShape = ValueShape::OrText(&T::FORM);

    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        if ["unlimited", "infinity"].iter().any(|word| text.eq_ignore_ascii_case(word)) {
            return Some(Self::Unlimited);
        }
        T::from_text(text).map(Self::To).or_else(|| is_word(text).then(|| Self::Other(text.to_owned())))
    }
}

impl<T: fmt::Display> fmt::Display for Limit<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unlimited => f.write_str("Unlimited"),
            Self::To(limit) => limit.fmt(f),
            Self::Other(word) => f.write_str(word),
        }
    }
}

/// The limit, or the word in place of it: never null, which is a value that is not there.
#[cfg(feature = "serde")]
impl<T: serde::Serialize> serde::Serialize for Limit<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unlimited => serializer.serialize_str("Unlimited"),
            Self::To(limit) => limit.serialize(serializer),
            Self::Other(word) => serializer.serialize_str(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    #[test]
    fn words_of_any_language_are_kept_and_broken_numbers_are_not() {
        for word in ["Neribota", "Sin l\u{ed}mite", "\u{65e0}\u{9650}", "Bez ogranicze\u{144}"] {
            assert_eq!(Limit::<u64>::from_text(word), Some(Limit::Other(word.to_owned())), "{word}");
            assert_eq!(Limit::<Decimal>::from_text(word).unwrap().to_string(), word);
        }
        assert_eq!(Limit::<u64>::from_text(" INFINITY\n"), Some(Limit::Unlimited));
        assert_eq!(Limit::<Decimal>::from_text("-1.5"), Some(Limit::To(Decimal::new(-15, 1))));
        for bad in ["", " ", "-", "10x", "x10", "1,5", "1 000", "--", "1.5 EUR", "\u{221e}"] {
            assert_eq!(Limit::<u64>::from_text(bad), None, "{bad:?}");
            assert_eq!(Limit::<Decimal>::from_text(bad), None, "{bad:?}");
        }
    }
}
