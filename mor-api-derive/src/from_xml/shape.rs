//! The description of a record as data, see the runtime's `RecordShape`.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use super::parse::{Field, Record};
use super::slots::Kind;
use crate::docs;

/// A reference to the description; it is made from constants alone.
pub(super) fn record(record: &Record<'_>) -> TokenStream {
    let krate = &record.krate;
    let name = record.input.ident.unraw().to_string();
    let doc = docs::first_paragraph(&record.input.attrs);
    let root = record.root.as_deref().unwrap_or_default();
    let fields = record.fields.iter().map(|field| self::field(record, field));
    let rows = record.fields.iter().position(|field| field.rows.is_some()).map(|index| {
        let index = Literal::usize_unsuffixed(index);
        quote!(.with_rows(#index))
    });
    quote! {
        &#krate::RecordShape::new(#name, #doc, &[#(#root),*], &__TABLE, &[#(#fields),*])#rows
    }
}

/// The description of a field. The runtime's `Shape` knows what its type is.
fn field(record: &Record<'_>, field: &Field<'_>) -> TokenStream {
    let krate = &record.krate;
    let (kind, ty) = Kind::of(field);
    let presence = match kind {
        Kind::Rest => "WithDefault",
        Kind::Optional | Kind::OptionalText => "Optional",
        Kind::Required | Kind::RequiredText | Kind::List if field.default => "WithDefault",
        Kind::Required | Kind::RequiredText | Kind::List => "Required",
    };
    let presence = Ident::new(presence, Span::call_site());
    let value = match kind {
        Kind::Rest => quote!(#krate::ValueShape::Map),
        Kind::List => quote!(#krate::__private_0_1::Shape::<#ty>::LIST),
        _ => quote!(#krate::__private_0_1::Shape::<#ty>::VALUE),
    };
    let (name, doc) = (field.ident.unraw().to_string(), docs::first_paragraph(field.attrs));
    quote!(#krate::FieldShape::new(#name, #value, #krate::Presence::#presence, #doc))
}
