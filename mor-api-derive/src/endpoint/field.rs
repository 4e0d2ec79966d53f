//! What the attributes of a field say about a parameter.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, GenericArgument, Ident, LitInt, Meta, PathArguments, Type};

use crate::attr::{self, Value};
use crate::ctxt::Ctxt;
use crate::docs;

pub(super) struct Field<'a> {
    pub(super) attributes: &'a [Attribute],
    pub(super) ident: &'a Ident,
    /// The wire name and where it is written.
    pub(super) wire: (String, Span),
    pub(super) place: Option<(u16, Span)>,
    /// The type of the value: `T` of an `Option<T>`.
    pub(super) value: &'a Type,
    pub(super) required: bool,
    pub(super) doc: String,
}

impl<'a> Field<'a> {
    pub(super) fn read(cx: &mut Ctxt, field: &'a syn::Field) -> Self {
        // Only named fields get here.
        let ident = field.ident.as_ref().unwrap_or_else(|| unreachable!("a named field"));
        let optional = inside_option(&field.ty);
        Self {
            attributes: &field.attrs,
            ident,
            wire: wire_name(cx, field, ident),
            place: place(cx, field, ident),
            value: optional.unwrap_or(&field.ty),
            required: optional.is_none(),
            doc: docs::first_paragraph(&field.attrs),
        }
    }
}

fn wire_name(cx: &mut Ctxt, field: &syn::Field, ident: &Ident) -> (String, Span) {
    let entries = attr::entries(cx, &field.attrs, "mor");
    let entries = attr::known(cx, entries, &["rename"]);
    let renamed = entries.first().and_then(|entry| attr::string(cx, entry));
    renamed.map_or_else(|| (ident.unraw().to_string(), ident.span()), |name| (name.value(), name.span()))
}

/// The place in the hash, from exactly one of `#[hash(order = n)]` and `#[nohash]`.
fn place(cx: &mut Ctxt, field: &syn::Field, ident: &Ident) -> Option<(u16, Span)> {
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
    hash.first().and_then(|attribute| order(cx, attribute))
}

fn order(cx: &mut Ctxt, attribute: &Attribute) -> Option<(u16, Span)> {
    if !matches!(attribute.meta, Meta::List(_)) {
        cx.error(attribute, "`#[hash]` wants the place in the hash: `#[hash(order = 1)]`");
        return None;
    }
    let mistakes = cx.count();
    let entries = attr::entries_of(cx, attribute);
    let nothing_said = entries.is_empty() && cx.count() == mistakes;
    let entries = attr::known(cx, entries, &["order"]);
    let Some(entry) = entries.first() else {
        if nothing_said {
            cx.error(attribute, "`#[hash]` wants the place in the hash: `#[hash(order = 1)]`");
        }
        return None;
    };
    let span = entry.value.span(&entry.key);
    match &entry.value {
        Value::Int(negative, number) => match positive(*negative, number) {
            Some(place) => return Some((place, span)),
            None => cx.error_at(span, "places in the hash are counted from 1 (to 65535)"),
        },
        _ => cx.error_at(span, "`order` wants a number written out: `#[hash(order = 1)]`"),
    }
    None
}

fn positive(negative: bool, number: &LitInt) -> Option<u16> {
    number.base10_parse::<u16>().ok().filter(|place| !negative && *place > 0)
}

/// `T` of a type that is written `Option<T>`, with or without a path before it.
fn inside_option(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|last| path.qself.is_none() && last.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) if arguments.args.len() == 1 => Some(inner),
        _ => None,
    }
}

impl Field<'_> {
    /// The place to report a mistake about the wire name at.
    pub(super) fn wire_span(&self) -> Span {
        self.wire.1
    }

    pub(super) fn type_span(&self) -> Span {
        self.value.span()
    }
}
