//! The fields of a record.

use core::fmt;

use super::ValueShape;
use crate::xml::{FieldSpec, Source};

/// One field of a record: what it is and where the XML has it.
#[derive(Clone, Copy)]
pub struct Field {
    pub(super) place: &'static FieldSpec,
    pub(super) shape: &'static FieldShape,
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

impl Presence {
    /// `required`, `default` or `optional`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::WithDefault => "default",
            Self::Optional => "optional",
        }
    }
}
