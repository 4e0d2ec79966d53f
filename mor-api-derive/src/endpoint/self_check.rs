//! A check of every endpoint for what a macro cannot see: it looks at tokens, not at values.
//!
//! It is a constant and not a test, because a declaration may be inside a function, where tests are not run.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::GenericParam;

use super::Declaration;
use crate::written::generated_at;

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
    let span = generated_at(declaration.container.function.as_ref()?);
    let check = quote_spanned!(span=> check_declaration::<#name #arguments>());
    Some(quote! {
        const _: () = {
            use #krate::__private_0_1::check_declaration;
            #check
        };
    })
}
