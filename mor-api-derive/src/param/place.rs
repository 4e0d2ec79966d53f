//! Where a parameter stands in the hash.

use proc_macro2::Span;
use syn::{Attribute, LitInt, LitStr, Meta};

use super::field;
use crate::attr::{self, Value};
use crate::ctxt::Ctxt;

/// The place, counted from 1, and where it is written; nothing if the parameter is not hashed.
pub(crate) type Place = Option<(u16, Span)>;

/// The place, and the wire name of the parameter that takes it in preference to this one.
pub(crate) type Shared = (Place, Option<LitStr>);

/// The place in the hash, from exactly one of `#[hash(order = n)]` and `#[nohash]`.
pub(crate) fn place(cx: &mut Ctxt, field: &syn::Field) -> Shared {
    let ident = field::name(field);
    let named = |name| field.attrs.iter().filter(move |attribute| attribute.path().is_ident(name));
    let (hash, nohash): (Vec<_>, Vec<_>) = (named("hash").collect(), named("nohash").collect());
    match (&hash[..], &nohash[..]) {
        ([], []) => cx.error(
            ident,
            format!("say whether `{ident}` is hashed: `#[hash(order = 1)]` with its place, or `#[nohash]`"),
        ),
        ([_, ..], [no, ..]) => {
            cx.error(no, format!("`{ident}` is either hashed or not: remove `#[hash]` or `#[nohash]`"));
        }
        ([_, again, ..], []) => cx.error(again, "`#[hash]` is given twice: a value is hashed once"),
        ([], [_, again, ..]) => cx.error(again, "`#[nohash]` is given twice"),
        _ => {}
    }
    for attribute in nohash {
        if !matches!(attribute.meta, Meta::Path(_)) {
            cx.error(attribute, "`#[nohash]` takes no arguments");
        }
    }
    hash.first().map(|attribute| order(cx, attribute)).unwrap_or_default()
}

fn order(cx: &mut Ctxt, attribute: &Attribute) -> Shared {
    if !matches!(attribute.meta, Meta::List(_)) {
        cx.error(attribute, "`#[hash]` takes the place in the hash: `#[hash(order = 1)]`");
        return (None, None);
    }
    let mistakes = cx.count();
    let entries = attr::entries_of(cx, attribute);
    let readable = cx.count() == mistakes;
    let entries = attr::known(cx, entries, &["order", "unless"]);
    let unless = attr::find(&entries, "unless").and_then(|entry| attr::string(cx, entry));
    let Some(entry) = attr::find(&entries, "order") else {
        if readable && cx.count() == mistakes {
            cx.error(attribute, "`#[hash]` takes the place in the hash: `#[hash(order = 1)]`");
        }
        return (None, unless);
    };
    (number(cx, entry), unless)
}

fn number(cx: &mut Ctxt, entry: &attr::Entry) -> Place {
    let span = entry.value.span(&entry.key);
    match &entry.value {
        Value::Int(negative, number) => match positive(*negative, number) {
            Some(place) => return Some((place, span)),
            None => cx.error_at(span, "places in the hash are counted from 1 (to 65535)"),
        },
        _ => cx.error_at(span, "`order` takes a literal number: `#[hash(order = 1)]`"),
    }
    None
}

fn positive(negative: bool, number: &LitInt) -> Option<u16> {
    number.base10_parse::<u16>().ok().filter(|place| !negative && *place > 0)
}

/// No place: neither `#[hash]` nor `#[nohash]` belongs on the field, for this reason.
pub(crate) fn unhashed(cx: &mut Ctxt, field: &syn::Field, why: &str) -> Shared {
    for name in ["hash", "nohash"] {
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident(name)) {
            cx.error(attribute, format!("remove `#[{name}]`: {why}"));
        }
    }
    (None, None)
}
