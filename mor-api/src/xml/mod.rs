//! Typed decoding of XML answers: a pull decoder, in one pass and without a tree.
//!
//! The way down: [`document`] finds the root, [`record`] hands an element's children to the fields of a record,
//! [`slot`] decides how often a field may be filled, [`scalar`] reads single values. [`rows`] does the
//! same for documents that arrive piece by piece.

mod attribute;
mod bytes;
mod decoder;
mod document;
mod element;
mod error;
mod fields;
mod from_xml;
mod leaf;
mod map;
mod record;
pub(crate) mod refusal;
mod row_path;
mod rows;
mod scalar;
mod scanner;
mod slot;
mod success;
mod table;

pub use decoder::Unknown;
pub(crate) use document::read_document;
pub use document::{Document, from_xml, from_xml_strict};
pub use element::Element;
pub use error::{DecodeError, DecodeErrorKind};
pub use fields::fields;
pub use from_xml::FromXml;
pub use map::ElementMap;
pub use refusal::Refusal;
pub use row_path::{InvalidRowPath, RowPath};
pub use rows::{RowDecoder, RowReader};
pub use scalar::FromText;
#[cfg(feature = "client")]
pub(crate) use scanner::MAX_ROW;
pub use slot::{
    List, Missing, Optional, OptionalText, Required, Rest, Slot, any_of, list, optional, optional_text,
    required, required_text, unfilled,
};
pub use table::{FieldSpec, Source, Table};
