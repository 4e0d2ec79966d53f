//! What must hold in a set of parameters; one function each.

use super::Set;
use crate::ctxt::Ctxt;
use crate::param;

/// Why fields carry neither `#[hash]` nor `#[nohash]`.
pub(super) const UNHASHED: &str = "parameters of a set are never hashed, as places in the hash are counted by each function for itself; a hashed parameter is a field of the endpoint";

pub(super) fn check(cx: &mut Ctxt, set: &Set<'_>) {
    param::check(cx, &set.fields, &[]);
    all_optional(cx, set);
    no_identity(cx, set);
    no_generics(cx, set);
}

/// A function that needs a parameter says so itself: others that share the set may not need it.
fn all_optional(cx: &mut Ctxt, set: &Set<'_>) {
    for field in set.fields.iter().filter(|field| field.required) {
        let message = format!(
            "parameters of a set are optional: write `Option<...>`, or make `{}` a field of the endpoints that need it",
            field.ident
        );
        cx.error_at(field.type_span(), message);
    }
}

/// Whether `u` and `p` are fields is a property of the endpoint, whose derive does not see into the set.
fn no_identity(cx: &mut Ctxt, set: &Set<'_>) {
    for field in set.fields.iter().filter(|field| ["u", "p"].contains(&field.wire.0.as_str())) {
        let message = format!(
            "`{}` cannot be in a set: each function says how the caller's own name and password travel",
            field.wire.0
        );
        cx.error_at(field.wire_span(), message);
    }
}

fn no_generics(cx: &mut Ctxt, set: &Set<'_>) {
    let generics = &set.input.generics;
    if !generics.params.is_empty() {
        cx.error(generics, "a set has no generic parameters: several functions share it as it is");
    }
}
