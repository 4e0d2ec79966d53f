//! The attributes of a record and of its fields, read into a plain model.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, LitStr, Type};

use super::check;
use super::place::{self, Place};
use crate::attr::{self, Entry};
use crate::bound::{self, Bounds};
use crate::ctxt::Ctxt;
use crate::krate::Krate;
use crate::skip::Skipped;

const RECORD_KEYS: &[&str] = &["root", "trim", "with", "partial", "unclosed", "bound", "crate"];
const FIELD_KEYS: &[&str] =
    &["rename", "aliases", "path", "attribute", "text", "rest", "default", "rows", "skip"];

/// A struct to derive for.
pub(super) struct Record<'a> {
    pub(super) input: &'a DeriveInput,
    pub(super) krate: Krate,
    /// The way to the record's element, if it is a document; empty after a mistake.
    pub(super) root: Option<Vec<String>>,
    /// Whether white space around texts is cut off.
    pub(super) trim: bool,
    /// The function that decodes the record in place of generated code.
    pub(super) with: Option<Type>,
    /// The function that describes what of a request was not carried out.
    pub(super) partial: Option<Type>,
    /// Whether the server never closes the root.
    pub(super) unclosed: bool,
    pub(super) fields: Vec<Field<'a>>,
    /// The fields that are not in the XML.
    pub(super) skipped: Vec<Skipped<'a>>,
    /// The bounds of the implementations, in place of those that the derive would write.
    pub(super) bound: Option<Bounds>,
}

/// A field and where it finds its value.
pub(super) struct Field<'a> {
    pub(super) ident: &'a Ident,
    pub(super) ty: &'a Type,
    pub(super) attrs: &'a [Attribute],
    pub(super) place: Place,
    pub(super) default: bool,
    /// Where the field is marked as the response's main list.
    pub(super) rows: Option<Span>,
}

/// The keys of one field.
pub(super) struct Keys(Vec<Entry>);

impl Keys {
    pub(super) fn get(&self, key: &str) -> Option<&Entry> {
        attr::find(&self.0, key)
    }

    /// Whether a key that takes no value is there.
    fn flag(&self, cx: &mut Ctxt, key: &str) -> bool {
        self.get(key).is_some_and(|entry| attr::flag(cx, entry))
    }

    fn string(&self, cx: &mut Ctxt, key: &str) -> Option<LitStr> {
        self.get(key).and_then(|entry| attr::string(cx, entry))
    }
}

pub(super) fn record<'a>(cx: &mut Ctxt, input: &'a DeriveInput) -> Record<'a> {
    let entries = attr::entries(cx, &input.attrs, "mor");
    let keys = Keys(attr::known(cx, entries, RECORD_KEYS));
    let krate = Krate::read(cx, keys.get("crate"));
    let root = keys.get("root").map(|entry| {
        let path = attr::string(cx, entry);
        path.and_then(|path| place::root(cx, &path)).unwrap_or_default()
    });
    let trim = keys.flag(cx, "trim");
    let with = keys.get("with").and_then(|entry| attr::ty(cx, entry));
    let partial = keys.get("partial").and_then(|entry| attr::ty(cx, entry));
    let unclosed = keys.flag(cx, "unclosed");
    let bound = bound::read(cx, keys.get("bound"));
    let (mut fields, mut skipped) = (Vec::new(), Vec::new());
    for item in named_fields(cx, input) {
        let entries = attr::entries(cx, &item.attrs, "mor");
        let keys = attr::known(cx, entries, FIELD_KEYS);
        match Skipped::read(cx, item, &keys, "it is not in the XML") {
            Some(field) => skipped.push(field),
            None => fields.extend(field(cx, item, &Keys(keys))),
        }
    }
    Record { input, krate, root, trim, with, partial, unclosed, fields, skipped, bound }
}

/// The fields of a struct that names them; everything else is a mistake.
fn named_fields<'a>(cx: &mut Ctxt, input: &'a DeriveInput) -> impl Iterator<Item = &'a syn::Field> + use<'a> {
    let what = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => return Some(&fields.named).into_iter().flatten(),
            Fields::Unnamed(_) => "a tuple struct",
            Fields::Unit => "a unit struct",
        },
        Data::Enum(_) => "an enum",
        Data::Union(_) => "a union",
    };
    let name = &input.ident;
    let hint = match &input.data {
        Data::Enum(_) => "; an enum of words derives `WireEnum`".to_owned(),
        _ => format!(": `struct {name} {{ ... }}`"),
    };
    cx.error(name, format!("`FromXml` requires a struct with named fields, and this is {what}{hint}"));
    None.into_iter().flatten()
}

fn field<'a>(cx: &mut Ctxt, item: &'a syn::Field, keys: &Keys) -> Option<Field<'a>> {
    let ident = item.ident.as_ref()?;
    let place =
        if check::no_conflict(cx, keys) { place_of(cx, ident, keys) } else { Place::unknown(ident.span()) };
    let default = keys.flag(cx, "default");
    let rows = keys.flag(cx, "rows").then(|| keys.get("rows").map(|entry| entry.key.span())).flatten();
    Some(Field { ident, ty: &item.ty, attrs: &item.attrs, place, default, rows })
}

fn place_of(cx: &mut Ctxt, ident: &Ident, keys: &Keys) -> Place {
    let aliases = keys.get("aliases").map(|entry| attr::strings(cx, entry)).unwrap_or_default();
    if keys.flag(cx, "rest") {
        return Place::rest(ident.span());
    }
    if keys.flag(cx, "text") {
        return Place::text(ident.span());
    }
    let attribute = keys.flag(cx, "attribute");
    let place = if keys.get("path").is_some() {
        keys.string(cx, "path").and_then(|path| place::relative(cx, &path))
    } else if keys.get("rename").is_some() {
        keys.string(cx, "rename").and_then(|name| place::renamed(cx, &name, attribute))
    } else {
        Some(Place::named(ident.unraw().to_string(), ident.span(), attribute))
    };
    let mut place = place.unwrap_or_else(|| Place::unknown(ident.span()));
    place::add_aliases(cx, &mut place, &aliases);
    place
}
