//! Where a record's fields collect what is found for them. Generated code makes a slot for each field and hands
//! them over as a list: walking the element, telling fields apart and missing them is done once for all records.

use super::element::Element;
use super::error::DecodeError;
use super::field::{Field, RestField, TextField};
use super::record::Node;

/// A field while its record is read.
pub trait Slot {
    /// Takes what was found.
    fn take(&mut self, node: Node<'_, '_>) -> Result<(), DecodeError>;

    /// Takes the text of an element that has nothing else. False, and nothing done, if the element must be looked at: the
    /// field wants more than a text, has a value already, or does not understand this one.
    fn take_leaf(&mut self, text: &str) -> bool;

    /// Whether there is a value.
    fn is_filled(&self) -> bool;

    /// Whether it is the element around the values that must be there, not a value.
    fn is_list(&self) -> bool;
}

/// The slot of a field of this type. How the type takes values is handed over, not bound: so a type that does not
/// fit is one error, where the slot is made.
pub struct FieldSlot<T> {
    /// What was found.
    pub value: Option<T>,
    take: Take<T>,
    take_leaf: fn(&mut Option<T>, &str) -> bool,
    is_list: bool,
}

type Take<T> = fn(&mut Option<T>, Node<'_, '_>) -> Result<(), DecodeError>;

impl<T> Slot for FieldSlot<T> {
    fn take(&mut self, node: Node<'_, '_>) -> Result<(), DecodeError> {
        (self.take)(&mut self.value, node)
    }

    fn take_leaf(&mut self, text: &str) -> bool {
        self.value.is_none() && (self.take_leaf)(&mut self.value, text)
    }

    fn is_filled(&self) -> bool {
        self.value.is_some()
    }

    fn is_list(&self) -> bool {
        self.is_list
    }
}

/// The slot of a field that stands in child elements.
#[must_use]
pub fn element_slot<T: Field>() -> FieldSlot<T> {
    FieldSlot { value: None, take: T::take, take_leaf: T::take_leaf, is_list: T::IS_LIST }
}

/// The slot of a field that stands in an attribute or in the record's text.
#[must_use]
pub fn text_slot<T: TextField>() -> FieldSlot<T> {
    FieldSlot { value: None, take: T::take_text, take_leaf: |_, _| false, is_list: false }
}

/// The slot of the field that takes what no other field takes.
#[must_use]
pub fn rest_slot<T: RestField>() -> FieldSlot<T> {
    FieldSlot { value: None, take: T::take_rest, take_leaf: |_, _| false, is_list: false }
}

/// The error for a record whose fields are not all there, which [`Element::fields`] has excluded.
#[must_use]
pub fn unfilled(record: &Element<'_, '_>) -> DecodeError {
    record.missing(None, false)
}
