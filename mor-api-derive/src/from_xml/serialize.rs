//! `serde::Serialize` for a record, which the runtime leaves out without its feature `serde`.

use std::collections::HashSet;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens as _, quote};
use syn::ext::IdentExt;

use super::parse::Record;
use crate::written;

/// The fields under their Rust names, in the order of declaration, as `#[derive(Serialize)]` writes them.
pub(super) fn record(record: &Record<'_>) -> TokenStream {
    let (krate, name) = (&record.krate, &record.input.ident);
    let (impl_generics, ty_generics, where_clause) = record.input.generics.split_for_impl();
    let declared = where_clause.into_iter().flat_map(|clause| &clause.predicates);
    let bounds = bounds(record);
    let fields = record.fields.iter().map(|field| field.ident);
    let keys = record.fields.iter().map(|field| field.ident.unraw().to_string());
    let len = Literal::usize_unsuffixed(record.fields.len());
    quote! {
        #krate::__serialize_record! {
            [#impl_generics] #name [#ty_generics] [#(#declared,)* #(#bounds,)*] #len; #(#fields #keys)*
        }
    }
}

/// The feature may be switched on by another crate, so a field whose type cannot be serialized must not be an error: then
/// the record cannot be serialized either. A bound on a type without parameters is checked where it is declared, unless it
/// holds for all lifetimes: `u64: Serialize` is checked there, `for<'a> &'a u64: Serialize` where the record is serialized.
///
/// A bound on a type that contains the record itself would never be resolved. It is left out.
fn bounds(record: &Record<'_>) -> Vec<TokenStream> {
    let krate = &record.krate;
    let is_record = |ident: &Ident| *ident == record.input.ident || ident == "Self";
    let mut seen = HashSet::new();
    let types = record.fields.iter().map(|field| field.ty.to_token_stream());
    types
        .filter(|ty| !written::any_ident(ty.clone(), &is_record) && seen.insert(ty.to_string()))
        .map(|ty| quote!(for<'__field> &'__field #ty: #krate::__private_0_1::serde::Serialize))
        .collect()
}
