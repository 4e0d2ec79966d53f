//! The implementation of `ParamSet`.

use proc_macro2::TokenStream;
use quote::quote;

use super::Set;
use crate::param;

pub(super) fn expand(set: &Set<'_>) -> TokenStream {
    let (krate, name) = (&set.krate, &set.input.ident);
    let params = param::specs(krate, &set.fields, None);
    let value = param::value(krate, &set.fields, None);
    let from_texts = param::from_texts(krate, &set.fields, None);
    quote! {
        #[automatically_derived]
        impl #krate::ParamSet for #name {
            const PARAMS: &'static [#krate::ParamSpec] = #params;

            #value

            #from_texts
        }
    }
}

/// A stand-in behind the mistakes, so that endpoints that end in the set are not reported as well.
pub(super) fn stub(set: &Set<'_>) -> TokenStream {
    let (krate, name) = (&set.krate, &set.input.ident);
    let (impl_generics, type_generics, where_clause) = set.input.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::ParamSet for #name #type_generics #where_clause {
            const PARAMS: &'static [#krate::ParamSpec] = &[];

            fn value(&self, _: usize) -> ::core::option::Option<&dyn #krate::ParamValue> {
                ::core::option::Option::None
            }

            fn from_texts(_: &mut #krate::__private::Texts<'_>) -> ::core::result::Result<Self, #krate::InvalidRequest> {
                ::core::result::Result::Ok(::core::default::Default::default())
            }
        }
    }
}
