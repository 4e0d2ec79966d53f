//! Rules about a declaration as a whole; one function each.

use proc_macro2::Span;
use syn::LitStr;

use super::Declaration;
use super::container::Travel;
use crate::ctxt::Ctxt;
use crate::{param, suggest};

pub(super) fn check(cx: &mut Ctxt, declaration: &Declaration<'_>) {
    function_names(cx, declaration);
    param::check(cx, &declaration.fields, &declaration.sets);
    last_set(cx, declaration);
    places(cx, declaration);
    shared_places(cx, declaration);
    own_identity(cx, declaration);
    unhashed_caller(cx, declaration);
    password_or(cx, declaration);
    hash_of_unsigned(cx, declaration);
    verify_of_read(cx, declaration);
    rules(cx, declaration);
}

/// Rules are about optional fields of the struct, each named once.
fn rules(cx: &mut Ctxt, declaration: &Declaration<'_>) {
    let fields: Vec<String> = declaration.fields.iter().map(|field| field.ident.to_string()).collect();
    for rule in &declaration.container.rules {
        for (index, name) in rule.fields.iter().enumerate() {
            let field = declaration.fields.iter().find(|field| field.ident == name);
            if rule.fields.get(..index).is_some_and(|before| before.contains(name)) {
                cx.error(name, format!("`{name}` is named twice"));
            } else if field.is_none() {
                let names: Vec<&str> = fields.iter().map(String::as_str).collect();
                let similar = suggest::among(&name.to_string(), &names);
                cx.error(name, format!("the struct has no field `{name}`{similar}"));
            } else if field.is_some_and(|field| field.required) {
                cx.error(
                    name,
                    format!("`{name}` is always given: rules are about fields that are `Option`s"),
                );
            }
        }
    }
}

fn function_names(cx: &mut Ctxt, declaration: &Declaration<'_>) {
    let container = &declaration.container;
    let mut seen: Vec<String> = Vec::new();
    for name in container.function.iter().chain(&container.aliases) {
        let text = name.value();
        if !is_name(&text) {
            let message = format!(
                "`{text}` is not a function name; expected lower-case letters, digits and `_`, such as `users_get`: it \
                 becomes a part of the URL"
            );
            cx.error(name, message);
        } else if seen.contains(&text) {
            cx.error(name, format!("`{text}` is named twice"));
        }
        seen.push(text);
    }
    let empty = |text: &&LitStr| text.value().trim().is_empty();
    let texts = [&container.since, &container.addon, &container.verify];
    for text in texts.into_iter().flatten().filter(empty) {
        cx.error(text, "an empty text says nothing: leave the key out");
    }
}

/// What only reads has no outcome that anybody must find out.
fn verify_of_read(cx: &mut Ctxt, declaration: &Declaration<'_>) {
    let container = &declaration.container;
    if let (Some(verify), Some(effect)) = (&container.verify, &container.effect)
        && effect == "read"
    {
        cx.error(
            verify,
            "`verify` is for functions that change something: one that reads is simply repeated",
        );
    }
}

fn is_name(text: &str) -> bool {
    let is_valid = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    !text.is_empty() && text.chars().all(is_valid)
}

/// One set, behind the fields: so the parameters are in the order of declaration.
fn last_set(cx: &mut Ctxt, declaration: &Declaration<'_>) {
    let [set, again @ ..] = declaration.sets.as_slice() else { return };
    for again in again {
        cx.error(again.ident, "a function has one set: make these parameters fields of the struct");
    }
    if again.is_empty() && declaration.last.is_some_and(|last| last != set.ident) {
        cx.error(set.ident, "parameters of a set are sent after the others: make it the last field");
    }
}

/// Every place once, and none left out: a gap is a forgotten parameter.
fn places(cx: &mut Ctxt, declaration: &Declaration<'_>) {
    let mut places: Vec<(u16, Span, String)> = Vec::new();
    for (what, travel) in
        [("caller", declaration.container.caller), ("password", declaration.container.password)]
    {
        places.extend(travel.place().map(|(place, span)| (place, span, format!("`{what}` of the struct"))));
    }
    for field in declaration.fields.iter().filter(|field| field.unless.is_none()) {
        places.extend(field.place.map(|(place, span)| (place, span, format!("`{}`", field.ident))));
    }
    for (index, (place, span, _)) in places.iter().enumerate() {
        let others = places.iter().enumerate().filter(|(at, other)| *at != index && other.0 == *place);
        for (_, (_, _, other)) in others {
            cx.error_at(*span, format!("place {place} in the hash is also the one of {other}"));
        }
    }
    places.sort_by_key(|(place, _, _)| *place);
    let mut expected = 1;
    for (place, span, _) in places {
        if place > expected {
            cx.error_at(
                span,
                format!("place {expected} in the hash is missing: places are counted without gaps"),
            );
        }
        expected = place.saturating_add(1);
    }
}

/// A place is shared with one other parameter, which can be left out.
fn shared_places(cx: &mut Ctxt, declaration: &Declaration<'_>) {
    for field in &declaration.fields {
        let (Some(other), Some((place, _))) = (&field.unless, field.place) else { continue };
        let shares = declaration.fields.iter().any(|field| {
            let takes_it = field.unless.is_none() && field.place.is_some_and(|(taken, _)| taken == place);
            takes_it && !field.required && field.wire.0 == other.value()
        });
        if !shares {
            let message =
                format!("`unless` names the optional parameter that is hashed in the same place {place}");
            cx.error(other, message);
        }
    }
}

/// A field `u` or `p` replaces what the credentials would send.
fn own_identity(cx: &mut Ctxt, declaration: &Declaration<'_>) {
    let container = &declaration.container;
    for (name, key, travel) in [("u", "caller", container.caller), ("p", "password", container.password)] {
        if let (Some(field), Some(_)) =
            (declaration.fields.iter().find(|field| field.wire.0 == name), travel.span())
        {
            let message =
                format!("the struct says `{key}` already: remove it there, or remove the field `{name}`");
            cx.error_at(field.wire_span(), message);
        }
    }
}

/// A username is left out of the hash only where the others are in it.
fn unhashed_caller(cx: &mut Ctxt, declaration: &Declaration<'_>) {
    let container = &declaration.container;
    if let (Some(name), None) = (&container.unhashed_caller, container.caller.place()) {
        cx.error(
            name,
            "`unhashed_caller` is a username that is not hashed where others are: say `caller = hashed(1)`",
        );
    }
}

/// What replaces the password is a parameter, and both can be left out.
fn password_or(cx: &mut Ctxt, declaration: &Declaration<'_>) {
    let Some(other) = &declaration.container.password_or else { return };
    for name in ["p".to_owned(), other.value()] {
        match declaration.fields.iter().find(|field| field.wire.0 == name) {
            None => cx.error(other, format!("`password_or` needs a field with the wire name `{name}`")),
            Some(field) if field.required => {
                let message = format!("with `password_or`, `{name}` can be left out: write `Option<...>`");
                cx.error_at(field.type_span(), message);
            }
            Some(_) => {}
        }
    }
}

fn hash_of_unsigned(cx: &mut Ctxt, declaration: &Declaration<'_>) {
    if declaration.container.signed {
        return;
    }
    let fields = declaration.fields.iter().filter_map(|field| field.place);
    let identities = [declaration.container.caller, declaration.container.password];
    for (_, span) in fields.chain(identities.into_iter().filter_map(Travel::place)) {
        cx.error_at(span, "with `hash = none` nothing is hashed: use `#[nohash]`");
    }
}
