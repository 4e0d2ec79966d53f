//! Values whose format may differ between servers.

use core::fmt;

use mor_api::{FromText, ValueShape};

/// A value in its usual form, or the text if the server writes another one: the format of dates is a setting of the
/// server, and some columns come as its database prints them.
///
/// ```
/// use jiff::civil::{Date, date};
/// use mor_api::FromText;
/// use mor_endpoints::OrText;
///
/// let usual = OrText::<Date>::from_text("2015-03-31").unwrap();
/// assert_eq!(usual.known(), Some(&date(2015, 3, 31)));
/// let american = OrText::<Date>::from_text("03/31/2015").unwrap();
/// assert_eq!(american, OrText::Text("03/31/2015".to_owned()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum OrText<T> {
    /// The value, in its usual form.
    Known(T),
    /// The text, in another form.
    Text(String),
}

impl<T> OrText<T> {
    /// The value, if it came in its usual form.
    #[must_use]
    #[inline]
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Text(_) => None,
        }
    }
}

#[cfg(feature = "serde")]
impl<T: serde::Serialize> serde::Serialize for OrText<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(value) => value.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<T: FromText> FromText for OrText<T> {
    const EXPECTED: &'static str = T::EXPECTED;
    const FORM: ValueShape = ValueShape::OrText(&T::FORM);

    #[inline]
    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let other = || (!text.is_empty()).then(|| Self::Text(text.to_owned()));
        T::from_text(text).map(Self::Known).or_else(other)
    }

    #[inline]
    fn is_unset(text: &str) -> bool {
        T::is_unset(text)
    }
}

impl<T: fmt::Display> fmt::Display for OrText<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(value) => value.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use mor_api::ServerTime;

    use super::*;

    #[test]
    fn the_usual_form_is_typed_and_any_other_is_kept() {
        assert_eq!(OrText::from_text(" 2015-03-31 "), Some(OrText::Known(date(2015, 3, 31))));
        let odd = OrText::<ServerTime>::from_text("Sun Mar 01 10:00:00 +0200 2015").unwrap();
        assert_eq!((odd.known(), odd.to_string().as_str()), (None, "Sun Mar 01 10:00:00 +0200 2015"));
        assert_eq!(OrText::<ServerTime>::from_text(" "), None);
        assert!(OrText::<ServerTime>::is_unset("0000-00-00 00:00:00"));
    }
}
