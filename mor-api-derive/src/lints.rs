//! What an item says about lints, said of its generated code, too.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Data, DeriveInput, Meta};

/// The code under the lint levels of the item: `#[allow(...)]`, and `#[expect(...)]` as `#[allow(...)]`, because generated
/// code need not give the warning. An item or a part of it that is `#[deprecated]` is used without a warning.
pub(crate) fn carry(input: &DeriveInput, code: TokenStream) -> TokenStream {
    let mut allowed: Vec<TokenStream> = input.attrs.iter().filter_map(allowed).collect();
    if parts(input).any(|attribute| attribute.path().is_ident("deprecated")) {
        allowed.push(quote!(deprecated));
    }
    if allowed.is_empty() {
        return code;
    }
    quote! {
        #(#[allow(#allowed)])*
        const _: () = {
            #code
        };
    }
}

fn allowed(attribute: &Attribute) -> Option<TokenStream> {
    match &attribute.meta {
        Meta::List(list) if list.path.is_ident("allow") || list.path.is_ident("expect") => {
            Some(list.tokens.clone())
        }
        _ => None,
    }
}

/// The attributes of the item, its variants and its fields.
fn parts(input: &DeriveInput) -> impl Iterator<Item = &Attribute> {
    let (fields, variants): (Vec<_>, Vec<_>) = match &input.data {
        Data::Struct(data) => (data.fields.iter().collect(), Vec::new()),
        Data::Enum(data) => (Vec::new(), data.variants.iter().collect()),
        Data::Union(_) => (Vec::new(), Vec::new()),
    };
    let fields = fields.into_iter().flat_map(|field| &field.attrs);
    input.attrs.iter().chain(fields).chain(variants.into_iter().flat_map(|variant| &variant.attrs))
}
