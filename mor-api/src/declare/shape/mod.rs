//! The static description of a response: its records, fields and lists, as data.
//!
//! `#[derive(FromXml)]` writes the description next to the decoder, from the same attributes. Command lines,
//! documentation and schemas read it; decoding does not.

mod field;
mod value;

use core::fmt;

pub use self::field::{Field, FieldShape, Presence};
pub use self::value::{Shape, Undescribed, ValueShape};
use crate::FromXml;
use crate::xml::Table;

/// A record of a response: an element of the XML that decodes into a struct.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use mor_api::{FromXml, Presence, Response};
///
/// #[derive(FromXml)]
/// #[mor(root = "page/status")]
/// struct Created {
///     /// ID of the new user.
///     #[mor(path = "user/@id")]
///     id: Option<u64>,
/// }
///
/// let field = Created::SHAPE.field("id").unwrap();
/// assert_eq!(field.path(), "user/@id");
/// assert_eq!(field.presence(), Presence::Optional);
/// assert_eq!(field.doc(), "ID of the new user.");
/// # }
/// ```
pub struct RecordShape {
    name: &'static str,
    doc: &'static str,
    root: &'static [&'static str],
    table: &'static Table,
    fields: &'static [FieldShape],
    is_value: bool,
    rows: Option<usize>,
}

impl RecordShape {
    /// A response of which nothing is known, for functions that are described by data alone.
    pub const UNKNOWN: &'static Self = &Self::new("", "", &[], &Table::new(&[], &[]), &[]);

    /// The description that the derive writes. `fields` are in the order of `table`.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        name: &'static str,
        doc: &'static str,
        root: &'static [&'static str],
        table: &'static Table,
        fields: &'static [FieldShape],
    ) -> Self {
        Self { name, doc, root, table, fields, is_value: false, rows: None }
    }

    /// A response that is one value and serializes as it, for implementations of [`Document`](crate::Document) and
    /// [`Response`](crate::Response) written by hand.
    #[must_use]
    pub const fn of_value(
        name: &'static str,
        doc: &'static str,
        root: &'static [&'static str],
        value: &'static [FieldShape; 1],
    ) -> Self {
        Self { name, doc, root, table: &Table::TEXT, fields: value, is_value: true, rows: None }
    }

    /// A record that is read from one string, for implementations of [`FromText`](crate::FromText) by hand.
    #[must_use]
    pub const fn of_text(name: &'static str, doc: &'static str, fields: &'static [FieldShape]) -> Self {
        Self { name, doc, root: &[], table: &Table::TEXT, fields, is_value: false, rows: None }
    }

    /// The same record as a response whose element has this path, for implementations of
    /// [`Response`](crate::Response) by hand.
    #[must_use]
    pub const fn at<T: Record>(root: &'static [&'static str]) -> Self {
        let Self { name, doc, table, fields, is_value, rows, .. } = *T::RECORD;
        Self { name, doc, root, table, fields, is_value, rows }
    }

    /// Marks the field at this place as the main list, see [`Listing`](crate::Listing).
    #[doc(hidden)]
    #[must_use]
    pub const fn with_rows(mut self, index: usize) -> Self {
        self.rows = Some(index);
        self
    }

    /// The name of the Rust type.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The first paragraph of the type's documentation.
    #[must_use]
    pub const fn doc(&self) -> &'static str {
        self.doc
    }

    /// The elements from the root of the XML to the record's own; empty for a record inside another one.
    #[must_use]
    pub const fn root(&self) -> &'static [&'static str] {
        self.root
    }

    /// Whether the record is one value without a name, which serializes as that value and not as an object.
    #[must_use]
    pub const fn is_value(&self) -> bool {
        self.is_value
    }

    /// The fields in the order of declaration, which is that of their serialization.
    pub fn fields(&'static self) -> impl Iterator<Item = Field> + Clone {
        // The parts of one string are all at its place.
        let places = self.table.fields;
        self.fields.iter().enumerate().filter_map(move |(index, shape)| {
            let place = places.get(index).or(places.first())?;
            Some(Field { place, shape })
        })
    }

    /// The field that is the main list, see [`Listing`](crate::Listing).
    #[must_use]
    pub fn rows(&'static self) -> Option<Field> {
        self.fields().nth(self.rows?)
    }

    /// The field with this Rust name.
    #[must_use]
    pub fn field(&'static self, name: &str) -> Option<Field> {
        self.fields().find(|field| field.name() == name)
    }
}

/// A record with a description. `#[derive(FromXml)]` implements it.
pub trait Record: FromXml {
    /// The description.
    const RECORD: &'static RecordShape;
}

/// The name alone: records may contain themselves.
impl fmt::Debug for RecordShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordShape").field("name", &self.name).finish_non_exhaustive()
    }
}
