//! Several values in one text.

use crate::{FromText, ValueShape};

/// Values separated by commas; an empty text is an empty list.
///
/// ```
/// use mor_api::{CommaList, FromText};
///
/// assert_eq!(CommaList::<u64>::from_text("1, 2,3").unwrap().0, [1, 2, 3]);
/// assert!(CommaList::<u64>::from_text("").unwrap().0.is_empty());
/// assert_eq!(CommaList::<u64>::from_text("1,,2"), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct CommaList<T>(
    /// The values in order.
    pub Vec<T>,
);

impl<T: FromText> FromText for CommaList<T> {
    const EXPECTED: &'static str = "a list separated by commas";
    const FORM: ValueShape = ValueShape::List(&T::FORM);

    fn from_text(text: &str) -> Option<Self> {
        if text.trim().is_empty() {
            return Some(Self(Vec::new()));
        }
        text.split(',').map(|item| T::from_text(item.trim())).collect::<Option<_>>().map(Self)
    }

    /// Never: an empty text is an empty list, which is not the same as an element that is missing.
    fn is_unset(_: &str) -> bool {
        false
    }
}
