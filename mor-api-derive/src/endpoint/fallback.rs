//! A stand-in behind the mistakes, so that code that uses the endpoint is not reported as well.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Declaration, expand};

pub(super) fn expand(declaration: &Declaration<'_>) -> TokenStream {
    let container = &declaration.container;
    let (krate, name) = (&container.krate, &declaration.input.ident);
    let response =
        container.response.as_ref().map_or_else(|| quote!(#krate::__private_0_1::Stub), |ty| quote!(#ty));
    let fault = container.fault.as_ref().map_or_else(|| quote!(#krate::AnyFault), |ty| quote!(#ty));
    let generics = expand::with_bounds(declaration);
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::Params for #name #type_generics #where_clause {
            fn value(&self, _: usize) -> ::core::option::Option<&dyn #krate::ParamValue> {
                ::core::option::Option::None
            }
        }

        #[automatically_derived]
        impl #impl_generics #krate::Endpoint for #name #type_generics #where_clause {
            type Response = #response;
            type Fault = #fault;

            const SPEC: &'static #krate::Spec = #krate::__private_0_1::Stub::SPEC;
        }
    }
}
