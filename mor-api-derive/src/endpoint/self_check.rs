//! A test beside every endpoint, for what a macro cannot see: it looks at tokens, not at values.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::GenericParam;
use syn::ext::IdentExt;

use super::Declaration;

/// Nothing for generic structs: there is no one type to check.
pub(super) fn expand(declaration: &Declaration<'_>) -> Option<TokenStream> {
    let (krate, name) = (&declaration.container.krate, &declaration.input.ident);
    let mut arguments = Vec::new();
    for parameter in &declaration.input.generics.params {
        match parameter {
            GenericParam::Lifetime(_) => arguments.push(quote!('static)),
            _ => return None,
        }
    }
    let arguments = (!arguments.is_empty()).then(|| quote!(<#(#arguments),*>));
    let test = format_ident!("__mor_declaration_of_{}", name.unraw());
    Some(quote! {
        #[cfg(test)]
        #[::core::prelude::v1::test]
        #[allow(non_snake_case, unnameable_test_items)]
        fn #test() {
            ::core::assert_eq!(
                #krate::__private::check_declaration::<#name #arguments>(),
                ::core::result::Result::Ok(()),
            );
        }
    })
}
