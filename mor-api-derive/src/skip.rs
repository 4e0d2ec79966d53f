//! Fields that are in no request and in no response: those marked `#[mor(skip)]`, and `PhantomData`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Generics, Ident, Type, WherePredicate, parse_quote};

use crate::attr::{self, Entry};
use crate::ctxt::Ctxt;
use crate::written;

/// A field that has the default value of its type.
pub(crate) struct Skipped<'a> {
    pub(crate) ident: &'a Ident,
    ty: &'a Type,
}

impl<'a> Skipped<'a> {
    /// Nothing if the field is not skipped. The entries are those of its `#[mor(...)]`; `why` says why no other one is
    /// among them.
    pub(crate) fn read(cx: &mut Ctxt, field: &'a syn::Field, entries: &[Entry], why: &str) -> Option<Self> {
        let skip = attr::find(entries, "skip");
        if let Some(skip) = skip {
            attr::flag(cx, skip);
        } else if !is_marker(&field.ty) {
            return None;
        }
        for Entry { key, .. } in entries.iter().filter(|entry| entry.key != "skip") {
            cx.error(key, format!("remove `{key}`: the field is skipped, so {why}"));
        }
        Some(Self { ident: field.ident.as_ref()?, ty: &field.ty })
    }

    /// The field with its value, in an expression that makes the struct.
    pub(crate) fn value(&self) -> TokenStream {
        let (ident, ty) = (self.ident, self.ty);
        let default = quote_spanned!(ty.span()=> <#ty as ::core::default::Default>::default);
        quote!(#ident: #default(),)
    }

    /// The bound that the value needs if the type is generic. A marker has its value for every type.
    pub(crate) fn bound(&self, generics: &Generics) -> Option<WherePredicate> {
        let ty = self.ty;
        let is_bound = !is_marker(ty) && written::is_generic(ty, generics);
        is_bound.then(|| parse_quote!(#ty: ::core::default::Default))
    }
}

fn is_marker(ty: &Type) -> bool {
    written::is_named(ty, "PhantomData")
}
