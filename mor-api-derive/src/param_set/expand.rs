//! The implementation of `ParamSet`.

use proc_macro2::TokenStream;
use quote::quote;

use super::Set;
use crate::param;

pub(super) fn expand(set: &Set<'_>) -> TokenStream {
    let (krate, name) = (&set.krate, &set.input.ident);
    let params = param::specs(krate, &set.fields, None);
    let value = param::value(krate, &set.fields, None);
    let from_texts = param::from_texts(krate, &set.fields, None, &[], &quote!(__PARAMS));
    // `Self::PARAMS` inside the implementation would report a struct without `Default` a second time.
    quote! {
        const _: () = {
            const __PARAMS: &[#krate::ParamSpec] = #params;

            #[automatically_derived]
            impl #krate::ParamSet for #name {
                const PARAMS: &'static [#krate::ParamSpec] = __PARAMS;

                #value

                #from_texts
            }
        };
    }
}

/// A stand-in behind the mistakes, so that endpoints that end in the set are not reported as well. Nothing for
/// generic structs, of which nobody knows when they are `Default`.
pub(super) fn stub(set: &Set<'_>) -> Option<TokenStream> {
    let (krate, name) = (&set.krate, &set.input.ident);
    set.input.generics.params.is_empty().then(|| quote! {
        #[automatically_derived]
        impl #krate::ParamSet for #name {
            const PARAMS: &'static [#krate::ParamSpec] = &[];

            fn value(&self, _: usize) -> ::core::option::Option<&dyn #krate::ParamValue> {
                ::core::option::Option::None
            }

            fn from_texts(_: &mut #krate::__private_0_1::Texts<'_>) -> ::core::result::Result<Self, #krate::InvalidRequest> {
                ::core::result::Result::Ok(::core::default::Default::default())
            }
        }
    })
}
