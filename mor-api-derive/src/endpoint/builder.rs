//! `new` with the required parameters, and a setter for every optional one.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Attribute;

use super::Declaration;
use super::field::Field;

pub(super) fn expand(declaration: &Declaration<'_>) -> Option<TokenStream> {
    if !matches!(&declaration.input.data, syn::Data::Struct(data) if matches!(data.fields, syn::Fields::Named(_)))
    {
        return None;
    }
    let (name, visibility) = (&declaration.input.ident, &declaration.input.vis);
    let new_visibility = (!declaration.container.private_new).then_some(visibility);
    let (impl_generics, type_generics, where_clause) = declaration.input.generics.split_for_impl();
    let (required, optional): (Vec<_>, Vec<_>) = declaration.fields.iter().partition(|field| field.required);
    let (needed, types): (Vec<_>, Vec<_>) = required.iter().map(|field| (field.ident, field.value)).unzip();
    let left_out = optional.iter().map(|field| field.ident);
    // A setter `new` is a mistake, reported elsewhere; here it would only collide.
    let setters =
        optional.iter().filter(|field| field.ident != "new").map(|field| setter(declaration, field));
    let summary = if needed.is_empty() {
        "A request without optional parameters.".to_owned()
    } else {
        format!("A request with the required parameters: {}.", names(&required))
    };
    Some(quote! {
        #[allow(dead_code, clippy::new_without_default, clippy::too_many_arguments)]
        #[automatically_derived]
        impl #impl_generics #name #type_generics #where_clause {
            #[doc = #summary]
            #[must_use]
            #new_visibility fn new(#(#needed: impl ::core::convert::Into<#types>),*) -> Self {
                Self {
                    #(#needed: ::core::convert::Into::into(#needed),)*
                    #(#left_out: ::core::option::Option::None,)*
                }
            }

            #(#setters)*
        }
    })
}

fn setter(declaration: &Declaration<'_>, field: &Field<'_>) -> TokenStream {
    let (ident, ty, visibility) = (field.ident, field.value, &declaration.input.vis);
    let docs: Vec<&Attribute> = field.attributes.iter().filter(|a| a.path().is_ident("doc")).collect();
    let summary = docs.is_empty().then(|| {
        let text = format!("Sets the parameter `{}`.", field.wire.0);
        quote!(#[doc = #text])
    });
    quote! {
        #(#docs)*
        #summary
        #[must_use]
        #visibility fn #ident(mut self, #ident: impl ::core::convert::Into<#ty>) -> Self {
            self.#ident = ::core::option::Option::Some(::core::convert::Into::into(#ident));
            self
        }
    }
}

fn names(fields: &[&Field<'_>]) -> String {
    fields.iter().map(|field| format!("`{}`", field.wire.0)).collect::<Vec<_>>().join(", ")
}
