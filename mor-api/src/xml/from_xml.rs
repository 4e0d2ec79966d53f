//! What an element decodes into.

use super::element::Element;
use super::error::DecodeError;
use super::scalar::FromText;
use crate::ValueShape;

/// A type that an element of an answer decodes into.
///
/// Derived with `#[derive(FromXml)]` for records; every [`FromText`] type is one, too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded from an element: it implements neither `mor_api::FromXml` nor `mor_api::FromText`",
    label = "not decodable",
    note = "derive `FromXml` on records, `WireEnum` on enums, or implement `mor_api::FromText` for values",
    note = "an optional field is written `Option<T>` and a list `Vec<T>`, in full: the derive does not see through type aliases"
)]
pub trait FromXml: Sized {
    /// What the value is, as data.
    const VALUE: ValueShape;

    /// Decodes the element.
    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError>;

    /// Decodes the element, unless it says that there is no value: an `Option<Self>`.
    fn from_optional(element: &mut Element<'_, '_>) -> Result<Option<Self>, DecodeError> {
        if element.is_blank() { Ok(None) } else { Self::from_xml(element).map(Some) }
    }

    /// What the text should be, if the element is a text and nothing else: every [`FromText`].
    #[doc(hidden)]
    const TEXT: Option<&'static str> = None;

    /// Reads that text.
    #[doc(hidden)]
    #[must_use]
    fn read_text(_: &str) -> Option<Self> {
        None
    }

    /// Whether that text says that there is no value.
    #[doc(hidden)]
    #[must_use]
    fn is_unset_text(_: &str) -> bool {
        false
    }
}

impl<T: FromText> FromXml for T {
    const VALUE: ValueShape = T::FORM;

    const TEXT: Option<&'static str> = Some(T::EXPECTED);

    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let text = element.text()?;
        T::from_text(&text).ok_or_else(|| element.bad_value(T::EXPECTED, &text))
    }

    fn from_optional(element: &mut Element<'_, '_>) -> Result<Option<Self>, DecodeError> {
        let text = element.text()?;
        if T::is_unset(&text) {
            return Ok(None);
        }
        T::from_text(&text).map(Some).ok_or_else(|| element.bad_value(T::EXPECTED, &text))
    }

    fn read_text(text: &str) -> Option<Self> {
        T::from_text(text)
    }

    fn is_unset_text(text: &str) -> bool {
        T::is_unset(text)
    }
}
