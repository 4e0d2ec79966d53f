//! Rules about the fields of a struct together; one function each.

use super::{Field, Flattened};
use crate::ctxt::Ctxt;

/// What a wire name may have in addition to letters and digits. None of it ends a name in a form or a multipart header.
const MARKS: &str = "_-.[]";

/// Names that the framework sends itself.
const RESERVED: &[(&str, &str)] = &[
    ("hash", "the framework computes and sends it"),
    ("test", "it changes how the server wraps its answers, which is the client's business"),
];

pub(crate) fn check(cx: &mut Ctxt, fields: &[Field<'_>], sets: &[Flattened<'_>]) {
    wire_names(cx, fields);
    reserved_names(cx, fields);
    setter_names(cx, fields, sets);
}

fn wire_names(cx: &mut Ctxt, fields: &[Field<'_>]) {
    for (index, field) in fields.iter().enumerate() {
        let (name, span) = &field.wire;
        if let Err(problem) = wire_name(name) {
            cx.error_at(*span, problem);
            continue;
        }
        let others = fields.iter().enumerate();
        for (_, other) in others.filter(|(at, other)| *at != index && other.wire.0 == *name) {
            cx.error_at(*span, format!("the wire name `{name}` is also the one of `{}`", other.ident));
        }
    }
}

/// MOR's names are lower-case words; a name of another kind is a slip.
fn wire_name(name: &str) -> Result<(), String> {
    let is_valid = |letter: char| letter.is_ascii_alphanumeric() || MARKS.contains(letter);
    match name.chars().find(|letter| !is_valid(*letter)) {
        None if name.is_empty() => {
            Err("a wire name cannot be empty; without `rename` it is the name of the field".to_owned())
        }
        None => Ok(()),
        Some(bad) => Err(format!(
            "`{name}` is not a wire name: {bad:?} cannot be in it; expected ASCII letters, digits and `_-.[]`"
        )),
    }
}

fn reserved_names(cx: &mut Ctxt, fields: &[Field<'_>]) {
    for field in fields {
        if let Some((name, why)) = RESERVED.iter().find(|(name, _)| *name == field.wire.0) {
            cx.error_at(field.wire_span(), format!("`{name}` cannot be a parameter: {why}"));
        }
    }
}

/// Setters stand beside `new`.
fn setter_names(cx: &mut Ctxt, fields: &[Field<'_>], sets: &[Flattened<'_>]) {
    for field in fields.iter().filter(|field| !field.required && field.ident == "new") {
        let message = "a setter `new` would replace the constructor: name the field otherwise and `#[mor(rename = \"new\")]` it";
        cx.error(field.ident, message);
    }
    for set in sets.iter().filter(|set| set.ident == "new") {
        cx.error(set.ident, "a setter `new` would replace the constructor: name the field otherwise");
    }
}
