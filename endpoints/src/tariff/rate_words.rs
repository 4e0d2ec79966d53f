//! The words of a rate, the same in exported and imported tariffs.

use core::fmt;

use mor_api::{FromText, ValueShape, WireEnum};

/// What a rate is the price of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum RateType {
    /// A minute.
    Minute,
    /// The event, however long it lasts.
    Event,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}

/// For how many seconds of a call a rate holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RateDuration {
    /// For so many seconds.
    Seconds(u64),
    /// To the end of the call: `-1`, which exports write as `Infinity`.
    ToTheEnd,
}

impl FromText for RateDuration {
    const EXPECTED: &'static str = "a number of seconds, -1 or Infinity";
    const FORM: ValueShape = ValueShape::OrText(&u64::FORM);

    #[inline]
    fn from_text(text: &str) -> Option<Self> {
        match text.trim() {
            "-1" | "Infinity" => Some(Self::ToTheEnd),
            seconds => u64::from_text(seconds).map(Self::Seconds),
        }
    }
}

/// As it is imported.
impl fmt::Display for RateDuration {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seconds(seconds) => seconds.fmt(f),
            Self::ToTheEnd => f.write_str("-1"),
        }
    }
}

/// The number of seconds, or `Infinity` to the end of the call, as exports write it: null is a duration that is not
/// given.
#[cfg(feature = "serde")]
impl serde::Serialize for RateDuration {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Seconds(seconds) => serializer.serialize_u64(*seconds),
            Self::ToTheEnd => serializer.serialize_str("Infinity"),
        }
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use super::*;

    #[test]
    fn to_the_end_is_not_the_same_as_not_given() {
        let shown = |text: &str| {
            let duration =
                Some(text).filter(|text| !RateDuration::is_unset(text)).and_then(RateDuration::from_text);
            serde_json::to_string(&duration).unwrap()
        };
        assert_eq!(shown("30"), "30");
        assert_eq!((shown("Infinity"), shown("-1")), ("\"Infinity\"".to_owned(), "\"Infinity\"".to_owned()));
        assert_eq!(shown(""), "null");
    }
}
