//! Typed decoding of XML answers: a pull decoder, in one pass and without a tree.
//!
//! The way down: [`document`] finds the root, [`record`] hands an element's children to the fields of a record,
//! [`slot`] decides how often a field may be filled, [`scalar`] reads single values.

mod attribute;
mod bytes;
pub(crate) mod decoder;
pub(crate) mod document;
pub(crate) mod element;
pub(crate) mod error;
mod fields;
mod flat_records;
mod from_xml;
mod leaf;
mod map;
mod record;
pub(crate) mod refusal;
mod scalar;
mod slot;
mod success;
mod table;
pub(crate) mod text;

pub use decoder::Unknown;
pub(crate) use document::read_document;
pub use document::{Document, from_xml, from_xml_strict};
pub use element::Element;
pub use error::{DecodeError, DecodeErrorKind};
pub use fields::fields;
pub use from_xml::FromXml;
pub use map::ElementMap;
pub use record::read_fields;
pub use refusal::Refusal;
pub use scalar::FromText;
pub use slot::{
    List, Optional, OptionalText, Required, Rest, Slot, any_of, list, optional, optional_text, required,
    required_text, unfilled,
};
pub use table::{FieldSpec, Missing, Source, Table};
