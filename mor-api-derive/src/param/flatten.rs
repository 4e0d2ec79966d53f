//! The set of parameters that an endpoint ends in.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Attribute, Ident, Type};

use super::{field, unhashed};
use crate::attr::{self, Entry};
use crate::ctxt::Ctxt;
use crate::krate::Krate;
use crate::written;

/// A field that is a set of parameters: `#[mor(flatten)]`.
pub(crate) struct Flattened<'a> {
    pub(crate) attributes: &'a [Attribute],
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
}

impl<'a> Flattened<'a> {
    /// Nothing if the field is no set. The entries are those of its `#[mor(...)]`.
    pub(crate) fn read(cx: &mut Ctxt, field: &'a syn::Field, entries: &[Entry]) -> Option<Self> {
        let flatten = entries.iter().find(|entry| entry.key == "flatten")?;
        attr::flag(cx, flatten);
        if let Some(rename) = entries.iter().find(|entry| entry.key == "rename") {
            cx.error(&rename.key, "a set has no wire name, only its parameters have: remove `rename`");
        }
        unhashed(
            cx,
            field,
            "a set is never hashed, as the places in the hash are this function's own; a hashed parameter is a field of the struct",
        );
        if written::inside(&field.ty, "Option").is_some() {
            let message = "a set is not left out as a whole: write the type without `Option`, its parameters are optional";
            cx.error(&field.ty, message);
        }
        Some(Self { attributes: &field.attrs, ident: field::name(field), ty: &field.ty })
    }

    /// The type as a set, reported at the type if it is none.
    pub(crate) fn as_set(&self, krate: &Krate) -> TokenStream {
        let ty = self.ty;
        quote_spanned!(ty.span()=> <#ty as #krate::ParamSet>)
    }

    /// An empty set.
    pub(crate) fn empty(&self) -> TokenStream {
        let (ident, ty) = (self.ident, self.ty);
        let empty = quote_spanned!(ty.span()=> <#ty as ::core::default::Default>::default);
        quote!(#ident: #empty(),)
    }
}
