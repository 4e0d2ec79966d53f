//! How a record's fields take what is found for them: once, at most once, or any number of times.

use super::element::{Element, Node};
use super::error::DecodeError;
use super::map::ElementMap;
use super::scalar::FromText;
use super::table::Table;

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
    fn fill(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError>;

    /// The value, once the record's element was read to its end.
    fn finish(slot: Option<Self>) -> Option<Self> {
        slot
    }
}

impl<T: FromXml> Field for T {
    fn fill(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError> {
        if let Node::Element(mut element) = node {
            if slot.is_some() {
                return Err(element.duplicate());
            }
            *slot = Some(T::from_xml(&mut element)?);
        }
        Ok(())
    }
}

impl<T: FromXml> Field for Option<T> {
    fn fill(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError> {
        if let Node::Element(mut element) = node {
            if slot.is_some() {
                return Err(element.duplicate());
            }
            *slot = Some(T::from_optional(&mut element)?);
        }
        Ok(())
    }

    fn finish(slot: Option<Self>) -> Option<Self> {
        Some(slot.flatten())
    }
}

impl<T: FromXml> Field for Vec<T> {
    const IS_LIST: bool = true;

    fn fill(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError> {
        let rows = slot.get_or_insert_default();
        if let Node::Element(mut element) = node {
            element.decoder().take(size_of::<T>())?;
            rows.push(T::from_xml(&mut element)?);
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
    fn fill_text(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError>;

    /// The value, once the record's element was read to its end.
    fn finish_text(slot: Option<Self>) -> Option<Self> {
        slot
    }
}

impl<T: FromText> TextField for T {
    fn fill_text(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError> {
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
    fn fill_text(slot: &mut Option<Self>, node: Node<'_, '_>) -> Result<(), DecodeError> {
        match node {
            Node::Text(text) if T::is_unset(text.as_str()) => Ok(()),
            node => {
                let mut value = slot.take().flatten();
                T::fill_text(&mut value, node)?;
                *slot = Some(value);
                Ok(())
            }
        }
    }

    fn finish_text(slot: Option<Self>) -> Option<Self> {
        Some(slot.flatten())
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
    fn fill_rest(&mut self, node: Node<'_, '_>) -> Result<(), DecodeError>;
}

impl RestField for ElementMap {
    fn fill_rest(&mut self, node: Node<'_, '_>) -> Result<(), DecodeError> {
        match node {
            Node::Element(mut element) => self.read(&mut element),
            Node::Text(_) | Node::Opened => Ok(()),
        }
    }
}

/// An empty rest. Called by generated code.
#[must_use]
pub fn rest_slot<T: RestField>() -> T {
    T::default()
}

/// The value of a field, or the error that names it. Called by generated code.
pub fn require<T: Field>(
    mut slot: Option<T>,
    record: &Element<'_, '_>,
    table: &Table,
    index: usize,
) -> Result<T, DecodeError> {
    let field = table.fields.get(index);
    if T::IS_LIST && field.is_some_and(|field| field.parents.is_empty()) {
        // The record's own element is the one around the values, and it is there.
        T::fill(&mut slot, Node::Opened)?;
    }
    T::finish(slot).ok_or_else(|| record.missing(field, T::IS_LIST))
}

/// The same for attributes and text.
pub fn require_text<T: TextField>(
    slot: Option<T>,
    record: &Element<'_, '_>,
    table: &Table,
    index: usize,
) -> Result<T, DecodeError> {
    T::finish_text(slot).ok_or_else(|| record.missing(table.fields.get(index), false))
}
