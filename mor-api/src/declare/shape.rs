//! The static description of a response: its records, fields and lists, as data.
//!
//! `#[derive(FromXml)]` writes the description next to the decoder, from the same attributes. Command lines,
//! documentation and schemas read it; decoding does not.

use core::fmt;
use core::marker::PhantomData;

use crate::xml::{FieldSpec, Source, Table};
use crate::{FromXml, Kind, Response};

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

/// One field of a record: what it is and where the XML has it.
#[derive(Clone, Copy)]
pub struct Field {
    place: &'static FieldSpec,
    shape: &'static FieldShape,
}

impl Field {
    /// The name of the Rust field, which is its key when the record is serialized.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.shape.name
    }

    /// The first paragraph of the field's documentation.
    #[must_use]
    pub const fn doc(&self) -> &'static str {
        self.shape.doc
    }

    /// Whether the field always has a value.
    #[must_use]
    pub const fn presence(&self) -> Presence {
        self.shape.presence
    }

    /// What the value is.
    #[must_use]
    pub const fn value(&self) -> ValueShape {
        self.shape.value
    }

    /// Whether the value is masked wherever it is shown.
    #[must_use]
    pub const fn is_secret(&self) -> bool {
        matches!(self.shape.value, ValueShape::Value(kind) if kind.is_secret())
    }

    /// The path from the record's element: `rates/rate`, `user/@id`, `text()` for the record's own text, `*` for the
    /// elements that no other field takes. Of several names it is the first.
    #[must_use]
    pub fn path(&self) -> String {
        self.paths().next().unwrap_or_default()
    }

    /// The paths under all names, the current one first.
    pub fn paths(&self) -> impl Iterator<Item = String> {
        let FieldSpec { source, parents, names } = *self.place;
        let names = match source {
            Source::Text => &["text()"],
            Source::Rest => &["*"],
            Source::Element | Source::Attribute => names,
        };
        let sign = if source == Source::Attribute { "@" } else { "" };
        names.iter().map(move |name| {
            let parents: String = parents.iter().flat_map(|parent| [*parent, "/"]).collect();
            format!("{parents}{sign}{name}")
        })
    }
}

impl fmt::Debug for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Field")
            .field("name", &self.name())
            .field("path", &self.path())
            .field("value", &self.value())
            .field("presence", &self.presence())
            .finish()
    }
}

/// What the derive knows about a field, apart from its place.
#[derive(Debug, Clone, Copy)]
pub struct FieldShape {
    name: &'static str,
    value: ValueShape,
    presence: Presence,
    doc: &'static str,
}

impl FieldShape {
    /// The description of a field.
    #[must_use]
    pub const fn new(name: &'static str, value: ValueShape, presence: Presence, doc: &'static str) -> Self {
        Self { name, value, presence, doc }
    }
}

/// Whether a field always has a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Presence {
    /// Every server sends it; a response without it is an error. A list may still have no items.
    Required,
    /// Where it is missing, the field has the default value of its type: an empty list, zero, an empty string.
    WithDefault,
    /// Some servers, callers or rows lack it: the field is `None` then, and null when it is serialized.
    Optional,
}

/// What a value of a response is.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum ValueShape {
    /// A single value, written as one string in the XML.
    Value(Kind),
    /// A record, by a function because a record may contain itself.
    Record(fn() -> &'static RecordShape),
    /// Any number of values.
    List(&'static ValueShape),
    /// A value, or a string where the server writes something else in its place: a word such as `Unlimited`, a date of
    /// another format.
    OrText(&'static ValueShape),
    /// Elements whose names are not declared: strings by name.
    Map,
}

impl ValueShape {
    /// The record that the value is, or that the items of the list are.
    #[must_use]
    pub fn record(&self) -> Option<&'static RecordShape> {
        match self {
            Self::Record(record) => Some(record()),
            Self::List(item) | Self::OrText(item) => item.record(),
            Self::Value(_) | Self::Map => None,
        }
    }
}

/// What a type of a field is, for generated code. A type that cannot be decoded has no description either: it is
/// [`Undescribed`], so that decoding it is the only error.
pub struct Shape<T>(PhantomData<T>);

impl<T: FromXml> Shape<T> {
    /// What a value is.
    pub const VALUE: ValueShape = T::VALUE;

    /// What a list of values is.
    pub const LIST: ValueShape = ValueShape::List(&T::VALUE);
}

impl<T: Response> Shape<T> {
    /// What a response is.
    pub const SHAPE: &'static RecordShape = T::SHAPE;
}

/// See [`Shape`].
pub trait Undescribed {
    /// Nothing.
    const SHAPE: &'static RecordShape = RecordShape::UNKNOWN;

    /// Nothing.
    const VALUE: ValueShape = ValueShape::Map;

    /// Nothing.
    const LIST: ValueShape = ValueShape::Map;
}

impl<T> Undescribed for Shape<T> {}
