//! How a record's fields take what is found for them: once, at most once, or any number of times.

use super::element::Element;
use super::error::DecodeError;
use super::map::ElementMap;
use super::record::Node;
use super::scalar::FromText;

/// A type that an element of an answer decodes into.
///
/// Derived with `#[derive(FromXml)]` for records; every [`FromText`] type is one, too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded from an element: it implements neither `mor_api::FromXml` nor `mor_api::FromText`",
    label = "not decodable",
    note = "derive `FromXml` on records, `WireEnum` on enums, or implement `mor_api::FromText` for values"
)]
pub trait FromXml: Sized {
    /// Decodes the element.
    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError>;

    /// Decodes the element, unless it says that there is no value: an `Option<Self>`.
    fn from_optional(element: &mut Element<'_, '_>) -> Result<Option<Self>, DecodeError> {
        if element.is_blank() { Ok(None) } else { Self::from_xml(element).map(Some) }
    }

    /// What [`from_xml`](Self::from_xml) makes of an element that has nothing but this text. `None` leaves it to that
    /// function, and so does everything that is no [`FromText`].
    #[doc(hidden)]
    #[must_use]
    fn from_leaf(_: &str) -> Option<Self> {
        None
    }

    /// The same for [`from_optional`](Self::from_optional).
    #[doc(hidden)]
    #[must_use]
    fn from_optional_leaf(_: &str) -> Option<Option<Self>> {
        None
    }
}

impl<T: FromText> FromXml for T {
    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let text = element.text()?;
        match T::from_text(&text) {
            Some(value) => Ok(value),
            None => Err(element.bad_value(T::EXPECTED, &text)),
        }
    }

    fn from_optional(element: &mut Element<'_, '_>) -> Result<Option<Self>, DecodeError> {
        let text = element.text()?;
        if T::is_unset(&text) {
            return Ok(None);
        }
        match T::from_text(&text) {
            Some(value) => Ok(Some(value)),
            None => Err(element.bad_value(T::EXPECTED, &text)),
        }
    }

    fn from_leaf(text: &str) -> Option<Self> {
        T::from_text(text)
    }

    fn from_optional_leaf(text: &str) -> Option<Option<Self>> {
        if T::is_unset(text) { Some(None) } else { T::from_text(text).map(Some) }
    }
}

/// A field that finds its value in child elements: `T` exactly one, `Option<T>` at most one, `Vec<T>` any
/// number.
///
/// An empty element counts as absent for `Option<T>`: MOR writes an unset value so, see
/// [`FromText::is_unset`]. A `Vec<T>` whose rows
/// stand inside an element of their own wants that element, empty or not.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded from elements",
    label = "not a type of an answer's field",
    note = "such a field is `T`, `Option<T>` or `Vec<T>`, where `T` implements `mor_api::FromXml` or `mor_api::FromText`",
    note = "derive `FromXml` on records, `WireEnum` on enums, or implement `mor_api::FromText` for values"
)]
pub trait Field: Sized {
    /// Whether it is the element around the values that must be there, not a value.
    const IS_LIST: bool = false;

    /// Takes what was found.
    fn take(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError>;

    /// Takes the text of an element that has nothing else into an empty slot; false if the element must be looked at.
    #[must_use]
    fn take_leaf(_: &mut Option<Self>, _: &str) -> bool {
        false
    }
}

impl<T: FromXml> Field for T {
    fn take(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError> {
        if let Node::Element(mut element) = node {
            if slot.is_some() {
                return Err(element.duplicate());
            }
            *slot = Some(T::from_xml(&mut element)?);
        }
        Ok(())
    }

    fn take_leaf(slot: &mut Option<Self>, text: &str) -> bool {
        *slot = T::from_leaf(text);
        slot.is_some()
    }
}

impl<T: FromXml> Field for Option<T> {
    fn take(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError> {
        match node {
            Node::Element(element) if slot.is_some() => return Err(element.duplicate()),
            Node::Element(mut element) => *slot = Some(T::from_optional(&mut element)?),
            Node::End => drop(slot.get_or_insert(None)),
            Node::Text(_) | Node::Opened => {}
        }
        Ok(())
    }

    fn take_leaf(slot: &mut Option<Self>, text: &str) -> bool {
        *slot = T::from_optional_leaf(text);
        slot.is_some()
    }
}

impl<T: FromXml> Field for Vec<T> {
    const IS_LIST: bool = true;

    fn take(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError> {
        match node {
            Node::Element(mut element) => {
                element.decoder().charge(size_of::<T>())?;
                slot.get_or_insert_default().push(T::from_xml(&mut element)?);
            }
            Node::Opened => drop(slot.get_or_insert_default()),
            Node::Text(_) | Node::End => {}
        }
        Ok(())
    }
}

/// A field that finds its value in an attribute or in the record's own text: `T`, or `Option<T>` for which a
/// blank text counts as absent.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from an attribute or a text",
    label = "not a single value",
    note = "such a field is `T` or `Option<T>`, where `T` implements `mor_api::FromText`",
    note = "derive `WireEnum` on enums, make ids with `mor_api::id!`, or implement `mor_api::FromText`"
)]
pub trait TextField: Sized {
    /// Takes what was found.
    fn take_text(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError>;
}

impl<T: FromText> TextField for T {
    fn take_text(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError> {
        if let Node::Text(text) = node {
            if slot.is_some() {
                return Err(text.duplicate());
            }
            *slot = Some(T::from_text(text.as_str()).ok_or_else(|| text.bad_value(T::EXPECTED))?);
        }
        Ok(())
    }
}

impl<T: FromText> TextField for Option<T> {
    fn take_text(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError> {
        match node {
            Node::Text(text) if T::is_unset(text.as_str()) => {}
            Node::End => drop(slot.get_or_insert(None)),
            node => {
                let mut value = slot.take().flatten();
                T::take_text(&mut value, node)?;
                *slot = Some(value);
            }
        }
        Ok(())
    }
}

/// A field that takes the children no other field takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot take the rest of a record",
    label = "not a collection of elements",
    note = "the field marked `#[mor(rest)]` is a `mor_api::ElementMap`"
)]
pub trait RestField: Default {
    /// Takes one child.
    fn take_rest(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError>;
}

impl RestField for ElementMap {
    fn take_rest(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError> {
        let map = slot.get_or_insert_default();
        match node {
            Node::Element(mut element) => map.read(&mut element),
            Node::Text(_) | Node::Opened | Node::End => Ok(()),
        }
    }
}
