//! Where a record's fields collect what is found for them. Generated code makes a slot for each field and hands
//! them over as a list: walking the element, telling fields apart and missing them is done once for all records.

use super::element::Element;
use super::error::DecodeError;
use super::from_xml::FromXml;
use super::map::ElementMap;
use super::record::read_fields;
use super::scalar::FromText;
use super::table::{Missing, Table};

/// A field while its record is read.
pub trait Slot {
    /// Whether it takes no more.
    fn is_full(&self) -> bool;

    /// What is missing if nothing more comes.
    fn missing(&self) -> Option<Missing>;

    /// What its text should be, if it wants nothing but a text.
    fn expected_text(&self) -> Option<&'static str> {
        None
    }

    /// Takes a text. False, and nothing done, if it takes no more, wants something else than a text, or does not
    /// understand this one.
    fn take_text(&mut self, _: &str) -> bool {
        false
    }

    /// Takes a leaf that no other field takes. False, and nothing done, if it cannot.
    fn take_leaf(&mut self, _name: &str, _text: &str) -> bool {
        false
    }

    /// Takes an element, unless it wants nothing but a text.
    fn take_element(&mut self, _: &mut Element<'_, '_>) -> Result<(), DecodeError> {
        Ok(())
    }

    /// Learns that the element around its values is there, even if nothing is in it.
    fn open(&mut self) {}
}

/// The slot of a field `T`: exactly one element, attribute or text.
pub struct Required<T>(pub Option<T>);

/// The slot of a field `Option<T>`: at most one element. An empty one counts as absent, see
/// [`FromText::is_unset`].
pub struct Optional<T> {
    /// What was found.
    pub value: Option<T>,
    seen: bool,
}

/// The slot of a field `Vec<T>`: any number of elements. If they stand inside an element of their own, it wants that
/// element, empty or not.
pub struct List<T> {
    /// What was found.
    pub values: Vec<T>,
    opened: bool,
}

/// The slot of a field `Option<T>` in an attribute or in the record's own text. A blank text counts as absent, as often as
/// it stands there.
pub struct OptionalText<T>(pub Option<T>);

/// The slot of a field that takes the children no other field takes.
pub struct Rest(pub ElementMap);

impl<T> Required<T> {
    /// An empty one.
    pub const NEW: Self = Self(None);
}

impl<T> Optional<T> {
    /// An empty one.
    pub const NEW: Self = Self { value: None, seen: false };
}

impl<T> List<T> {
    /// An empty one.
    pub const NEW: Self = Self { values: Vec::new(), opened: false };
}

impl<T> OptionalText<T> {
    /// An empty one.
    pub const NEW: Self = Self(None);
}

impl Rest {
    /// An empty one.
    pub const NEW: Self = Self(ElementMap::EMPTY);
}

impl Element<'_, '_> {
    /// Gives the element to a field.
    pub(super) fn fill(&mut self, slot: &mut dyn Slot) -> Result<(), DecodeError> {
        if slot.is_full() {
            return Err(self.duplicate());
        }
        let Some(expected) = slot.expected_text() else { return slot.take_element(self) };
        let text = self.text()?;
        if slot.take_text(&text) { Ok(()) } else { Err(self.bad_value(expected, &text)) }
    }
}

// Of a type that is a text no element is ever taken. The compiler is told so, or it would make code for that, too.

impl<T: FromXml> Slot for Required<T> {
    fn is_full(&self) -> bool {
        self.0.is_some()
    }

    fn missing(&self) -> Option<Missing> {
        if self.0.is_none() { Some(Missing::Value) } else { None }
    }

    fn expected_text(&self) -> Option<&'static str> {
        T::TEXT
    }

    fn take_text(&mut self, text: &str) -> bool {
        if const { T::TEXT.is_none() } || self.0.is_some() {
            return false;
        }
        self.0 = T::read_text(text);
        self.0.is_some()
    }

    fn take_element(&mut self, element: &mut Element<'_, '_>) -> Result<(), DecodeError> {
        if const { T::TEXT.is_none() } {
            match T::from_xml(element) {
                Ok(value) => self.0 = Some(value),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

impl<T: FromXml> Slot for Optional<T> {
    fn is_full(&self) -> bool {
        self.seen
    }

    fn missing(&self) -> Option<Missing> {
        None
    }

    fn expected_text(&self) -> Option<&'static str> {
        T::TEXT
    }

    fn take_text(&mut self, text: &str) -> bool {
        if const { T::TEXT.is_none() } || self.seen {
            return false;
        }
        if !T::is_unset_text(text) {
            self.value = T::read_text(text);
            if self.value.is_none() {
                return false;
            }
        }
        self.seen = true;
        true
    }

    fn take_element(&mut self, element: &mut Element<'_, '_>) -> Result<(), DecodeError> {
        if const { T::TEXT.is_none() } {
            match T::from_optional(element) {
                Ok(value) => self.value = value,
                Err(error) => return Err(error),
            }
            self.seen = true;
        }
        Ok(())
    }
}

impl<T: FromXml> Slot for List<T> {
    fn is_full(&self) -> bool {
        false
    }

    fn missing(&self) -> Option<Missing> {
        if self.opened { None } else { Some(Missing::List) }
    }

    fn take_element(&mut self, element: &mut Element<'_, '_>) -> Result<(), DecodeError> {
        element.decoder().charge(size_of::<T>())?;
        match T::from_xml(element) {
            Ok(value) => self.values.push(value),
            Err(error) => return Err(error),
        }
        self.opened = true;
        Ok(())
    }

    fn open(&mut self) {
        self.opened = true;
    }
}

impl<T: FromText> Slot for OptionalText<T> {
    fn is_full(&self) -> bool {
        self.0.is_some()
    }

    fn missing(&self) -> Option<Missing> {
        None
    }

    fn expected_text(&self) -> Option<&'static str> {
        Some(T::EXPECTED)
    }

    fn take_text(&mut self, text: &str) -> bool {
        if T::is_unset(text) {
            return true;
        }
        if self.0.is_some() {
            return false;
        }
        self.0 = T::from_text(text);
        self.0.is_some()
    }
}

impl Slot for Rest {
    fn is_full(&self) -> bool {
        false
    }

    fn missing(&self) -> Option<Missing> {
        None
    }

    fn take_leaf(&mut self, name: &str, text: &str) -> bool {
        self.0.push(name, text);
        true
    }

    fn take_element(&mut self, element: &mut Element<'_, '_>) -> Result<(), DecodeError> {
        self.0.read(element)
    }
}

/// A slot among others. That the bound stands here alone keeps a type that does not fit at one error.
pub fn required<'s, T: FromXml + 's>(slot: &'s mut Required<T>) -> &'s mut (dyn Slot + 's) {
    slot
}

/// See [`required`].
pub fn optional<'s, T: FromXml + 's>(slot: &'s mut Optional<T>) -> &'s mut (dyn Slot + 's) {
    slot
}

/// See [`required`].
pub fn list<'s, T: FromXml + 's>(slot: &'s mut List<T>) -> &'s mut (dyn Slot + 's) {
    slot
}

/// See [`required`].
pub fn required_text<'s, T: FromText + 's>(slot: &'s mut Required<T>) -> &'s mut (dyn Slot + 's) {
    slot
}

/// See [`required`].
pub fn optional_text<'s, T: FromText + 's>(slot: &'s mut OptionalText<T>) -> &'s mut (dyn Slot + 's) {
    slot
}

/// The error for a value that is not there though there was no error, which [`read_fields`] has excluded. What else
/// was found is dropped.
pub fn unfilled<T, S>(element: &Element<'_, '_>, _: S) -> Result<T, DecodeError> {
    Err(element.missing(None, Missing::Value))
}

/// Decodes a value that is in one of several places: the first of them that has it counts.
pub fn any_of<T: FromXml>(element: &mut Element<'_, '_>, table: &'static Table) -> Result<T, DecodeError> {
    let mut slots: Vec<Optional<T>> = table.fields.iter().map(|_| Optional::NEW).collect();
    let mut entries: Vec<&mut dyn Slot> = slots.iter_mut().map(|slot| slot as &mut dyn Slot).collect();
    read_fields(element, table, &mut entries)?;
    let found = slots.into_iter().find_map(|slot| slot.value);
    found.ok_or_else(|| element.missing(table.fields.first(), Missing::Value))
}
