//! What a record's fields are called: the table that `#[derive(FromXml)]` writes.

/// Where a field finds its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// In child elements.
    Element,
    /// In an attribute.
    Attribute,
    /// In the text between the children.
    Text,
    /// In the children that no other field takes.
    Rest,
}

/// One field of a record.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// Where it finds its value.
    pub source: Source,
    /// The elements on the way from the record's element to the value.
    pub parents: &'static [&'static str],
    /// The name and its aliases.
    pub names: &'static [&'static str],
}

/// The fields of a record.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// In the order of declaration.
    pub fields: &'static [FieldSpec],
    /// The places of those that may not be missing.
    pub needed: &'static [usize],
    /// The field of the children that no other field takes.
    pub rest: Option<usize>,
    /// Whether any field is an attribute.
    pub attributes: bool,
    /// Whether any field is the text between the children.
    pub texts: bool,
}

/// What a field cannot do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Its value.
    Value,
    /// The element around its values.
    List,
}

/// What a child element is to a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    /// The value of this field.
    Field(usize),
    /// On the way to this field.
    Parent(usize),
    Nothing,
}

impl Table {
    /// The table of a value without a name: the record's own text.
    pub const TEXT: Self = Self::new(&[FieldSpec { source: Source::Text, ..FieldSpec::ELEMENT }], &[0]);

    /// Builds the table of a record; called in constants.
    #[must_use]
    pub const fn new(fields: &'static [FieldSpec], needed: &'static [usize]) -> Self {
        let (mut rest, mut attributes, mut texts, mut index) = (None, false, false, 0);
        let mut left = fields;
        while let [field, others @ ..] = left {
            match field.source {
                Source::Rest => rest = Some(index),
                Source::Attribute => attributes = true,
                Source::Text => texts = true,
                Source::Element => {}
            }
            index += 1;
            left = others;
        }
        Self { fields, needed, rest, attributes, texts }
    }

    /// The name of the element that is probably next: rows list their elements in the same order every time, so it is
    /// that of the field after the last one found. Empty if that field is none of this level's elements.
    pub(super) fn expected(&self, level: Level, after: usize) -> &'static str {
        let field = self.fields.get(after).filter(|field| {
            field.source == Source::Element
                && field.parents.len() == level.depth
                && self.is_below(field, level)
        });
        field.and_then(|field| field.names.first()).copied().unwrap_or_default()
    }

    /// Finds the field an element belongs to. `level` says how far inside the record the element is and on
    /// the way to which field. The search begins with the last field found, which may be a list, and goes on behind it, then
    /// around.
    pub(super) fn find(&self, name: &str, level: Level, after: &mut usize) -> Match {
        let last = after.checked_sub(1).and_then(|last| self.fields.get(last));
        if last.is_some_and(|field| self.takes(field, Source::Element, name, level)) {
            return Match::Field(*after - 1);
        }
        let (before, behind) = self.fields.split_at_checked(*after).unwrap_or((self.fields, &[]));
        let mut parent = Match::Nothing;
        for (fields, first) in [(behind, *after), (before, 0)] {
            for (index, field) in fields.iter().enumerate() {
                if self.takes(field, Source::Element, name, level) {
                    *after = first + index + 1;
                    return Match::Field(first + index);
                }
                if matches!(parent, Match::Nothing)
                    && field.parents.get(level.depth) == Some(&name)
                    && self.is_below(field, level)
                {
                    parent = Match::Parent(first + index);
                }
            }
        }
        parent
    }

    /// Finds the field of an attribute or of the text at this level.
    pub(super) fn find_other(&self, source: Source, name: &str, level: Level) -> Option<usize> {
        self.fields.iter().position(|field| self.takes(field, source, name, level))
    }

    fn takes(&self, field: &FieldSpec, source: Source, name: &str, level: Level) -> bool {
        field.source == source
            && field.parents.len() == level.depth
            && (source == Source::Text || field.names.contains(&name))
            && self.is_below(field, level)
    }

    /// Whether the way to `field` leads through the elements entered so far.
    pub(super) fn is_below(&self, field: &FieldSpec, level: Level) -> bool {
        level.depth == 0
            || self.fields.get(level.toward).is_some_and(|toward| {
                let way = toward.parents.get(..level.depth);
                way.is_some() && way == field.parents.get(..level.depth)
            })
    }
}

/// How far inside a record's element decoding is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Level {
    /// Parents entered so far.
    pub(super) depth: usize,
    /// A field whose way they belong to.
    pub(super) toward: usize,
}

impl Level {
    pub(super) const TOP: Self = Self { depth: 0, toward: 0 };
}
