//! What the attributes of a field say about a parameter.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Ident, LitStr, Type};

use super::{Place, Shared};
use crate::attr::{self, Entry};
use crate::ctxt::Ctxt;
use crate::{docs, written};

pub(crate) struct Field<'a> {
    pub(crate) attributes: &'a [Attribute],
    pub(crate) ident: &'a Ident,
    /// The wire name and where it is written.
    pub(crate) wire: (String, Span),
    pub(crate) place: Place,
    /// The wire name of the parameter that, if it has a value, takes the place.
    pub(crate) unless: Option<LitStr>,
    /// The type of the value: `T` of an `Option<T>`.
    pub(crate) value: &'a Type,
    pub(crate) required: bool,
    pub(crate) doc: String,
}

impl<'a> Field<'a> {
    /// The entries are those of its `#[mor(...)]`.
    pub(crate) fn read(
        cx: &mut Ctxt,
        field: &'a syn::Field,
        entries: &[Entry],
        place: impl FnOnce(&mut Ctxt, &'a syn::Field) -> Shared,
    ) -> Self {
        let ident = name(field);
        let (place, unless) = place(cx, field);
        let optional = written::inside(&field.ty, "Option");
        Self {
            attributes: &field.attrs,
            ident,
            wire: wire_name(cx, entries, ident),
            place,
            unless,
            value: optional.unwrap_or_else(|| written::peel(&field.ty)),
            required: optional.is_none(),
            doc: docs::first_paragraph(&field.attrs),
        }
    }

    /// The place to report a mistake about the wire name at.
    pub(crate) fn wire_span(&self) -> Span {
        self.wire.1
    }

    pub(crate) fn type_span(&self) -> Span {
        self.value.span()
    }
}

/// Only named fields get here.
pub(super) fn name(field: &syn::Field) -> &Ident {
    field.ident.as_ref().unwrap_or_else(|| unreachable!("a named field"))
}

fn wire_name(cx: &mut Ctxt, entries: &[Entry], ident: &Ident) -> (String, Span) {
    let renamed = entries.iter().find(|entry| entry.key == "rename");
    let renamed = renamed.and_then(|entry| attr::string(cx, entry));
    renamed.map_or_else(|| (ident.unraw().to_string(), ident.span()), |name| (name.value(), name.span()))
}
