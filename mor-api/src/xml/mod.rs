//! Typed decoding of XML answers: a pull decoder over quick-xml's events, in one pass and without a tree.
//!
//! The way down: [`document`] finds the root, [`element`] hands children to the fields of a record,
//! [`field`] decides how often a field may be filled, [`scalar`] reads single values. [`rows`] does the
//! same for documents that arrive piece by piece.

mod attribute;
mod decoder;
mod document;
mod element;
mod error;
mod field;
mod leaf;
mod map;
mod record;
pub(crate) mod refusal;
mod rows;
mod scalar;
mod scanner;
mod slot;
mod table;

pub use decoder::Unknown;
pub use document::{Document, from_xml, from_xml_strict};
pub use element::Element;
pub use error::{DecodeError, DecodeErrorKind};
pub use field::{Field, FromXml, RestField, TextField};
pub use map::ElementMap;
pub use record::Node;
pub use refusal::Refusal;
pub use rows::{RowDecoder, RowReader};
pub use scalar::FromText;
#[cfg(feature = "client")]
pub(crate) use scanner::MAX_ROW;
pub use slot::{FieldSlot, Slot, element_slot, rest_slot, text_slot, unfilled};
pub use table::{FieldSpec, Source, Table};
