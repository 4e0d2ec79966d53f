//! What must hold among the keys of a field and among the fields of a record.

use super::parse::{Field, Keys, Record};
use super::place::{Place, Source};
use super::slots;
use crate::ctxt::Ctxt;

/// Keys that do not go together, and what to do about it.
const CONFLICTS: &[(&str, &str, &str)] = &[
    ("text", "rename", "the record's own text has no name"),
    ("text", "aliases", "the record's own text has no name"),
    ("text", "path", "the text of another element is taken by `path` alone"),
    ("text", "attribute", "a value is in one of them"),
    ("rest", "rename", "the rest has no name"),
    ("rest", "aliases", "the rest has no name"),
    ("rest", "path", "the rest are children of the record itself"),
    ("rest", "attribute", "the rest are elements"),
    ("rest", "text", "the rest are elements"),
    ("rest", "default", "the rest is empty when there is none"),
    ("path", "rename", "the last name of the path is the element's"),
    ("path", "attribute", "an attribute at a path is written `path = \"element/@name\"`"),
];

/// Whether the keys of a field go together.
pub(super) fn no_conflict(cx: &mut Ctxt, keys: &Keys) -> bool {
    let mut fine = true;
    for (key, other, why) in CONFLICTS {
        if let (Some(_), Some(entry)) = (keys.get(key), keys.get(other)) {
            cx.error(&entry.key, format!("`{key}` and `{other}` do not go together: {why}"));
            fine = false;
        }
    }
    fine
}

pub(super) fn record(cx: &mut Ctxt, record: &Record<'_>) {
    only_one(cx, &record.fields, Source::Rest, "`rest`: the first one takes everything that is left");
    only_one(cx, &record.fields, Source::Text, "`text`: a record has one text");
    rows(cx, record);
    // With a function that decodes, paths only describe.
    let decoded = if record.with.is_some() { &[][..] } else { &record.fields[..] };
    for field in decoded {
        place_is_its_own(cx, field, &record.fields);
        way_is_free(cx, field, &record.fields);
    }
}

fn only_one(cx: &mut Ctxt, fields: &[Field<'_>], source: Source, what: &str) {
    for field in fields.iter().filter(|field| field.place.source == source).skip(1) {
        cx.error_at(field.place.span, format!("a second {what}"));
    }
}

/// The main list is a `Vec` of elements, there is one, and its path starts at the root of a document.
fn rows(cx: &mut Ctxt, record: &Record<'_>) {
    let marked = record.fields.iter().filter_map(|field| Some((field, field.rows?)));
    for (index, (field, span)) in marked.enumerate() {
        if index > 0 {
            cx.error_at(span, "a second `rows`: a response has one main list");
        }
        if !matches!(slots::Kind::of(field).0, slots::Kind::List) {
            cx.error_at(
                span,
                format!("`rows` is for a list, and `{}` is not a `Vec` of elements", field.ident),
            );
        }
        if record.root.is_none() {
            let message = "`rows` is for a document: the paths of rows start at its root; add `#[mor(root = \"...\")]` to the struct";
            cx.error_at(span, message);
        }
    }
}

/// Two fields that want the same element are both told.
fn place_is_its_own(cx: &mut Ctxt, field: &Field<'_>, fields: &[Field<'_>]) {
    let Place { source, parents, names, .. } = &field.place;
    let others = fields.iter().filter(|other| {
        other.ident != field.ident && other.place.source == *source && other.place.parents == *parents
    });
    let shared = others.into_iter().find_map(|other| {
        let name =
            names.iter().find(|(name, _)| other.place.names.iter().any(|(theirs, _)| theirs == name))?;
        Some((other.ident, name))
    });
    if let Some((other, (name, span))) = shared {
        let what = if *source == Source::Attribute { "attribute" } else { "element" };
        let path = field.place.path_to(name);
        cx.error_at(*span, format!("the {what} `{path}` belongs to two fields, this one and `{other}`"));
    }
}

/// An element that one field takes whole cannot be on the way to another one.
fn way_is_free(cx: &mut Ctxt, field: &Field<'_>, fields: &[Field<'_>]) {
    let blocking = fields.iter().find_map(|other| {
        let Place { parents, names, source, .. } = &other.place;
        let next = field.place.parents.get(parents.len())?;
        let blocks = *source == Source::Element
            && field.place.parents.starts_with(parents)
            && names.iter().any(|(name, _)| name == next);
        blocks.then(|| (other.ident, other.place.path_to(next)))
    });
    if let Some((other, path)) = blocking {
        let message = format!(
            "`{path}` is on the way, but the field `{other}` takes it whole: put this field into its type"
        );
        cx.error_at(field.place.span, message);
    }
}
