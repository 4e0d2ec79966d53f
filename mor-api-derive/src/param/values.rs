//! Code that looks parameters up, describes them and reads them from texts.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Ident, Index};

use super::{Field, Flattened};
use crate::krate::Krate;
use crate::skip::Skipped;

/// The function that finds a value by its index; those of the set follow the struct's own.
pub(crate) fn value(krate: &Krate, fields: &[Field<'_>], set: Option<&Flattened<'_>>) -> TokenStream {
    let none = quote!(::core::option::Option::None);
    let others = set.map_or_else(
        || none,
        |set| {
            let (ident, set, own) = (set.ident, set.as_set(krate), fields.len());
            quote!(#set::value(&self.#ident, index - #own))
        },
    );
    let value = if fields.is_empty() {
        others
    } else {
        let arms = fields.iter().enumerate().map(|(index, field)| arm(krate, index, field));
        quote! {
            let __field = match index {
                #(#arms)*
                _ => return #others,
            };
            #krate::__private_0_1::ParamField::value(__field)
        }
    };
    let index = if fields.is_empty() && set.is_none() { quote!(_) } else { quote!(index) };
    quote! {
        #[inline]
        fn value(&self, #index: usize) -> ::core::option::Option<&dyn #krate::ParamValue> {
            #value
        }
    }
}

fn arm(krate: &Krate, index: usize, field: &Field<'_>) -> TokenStream {
    let (ident, ty) = (field.ident, field.value);
    let method = Ident::new(if field.required { "field" } else { "optional_field" }, Span::call_site());
    let method = quote_spanned!(field.type_span()=> <#ty as #krate::Param>::#method);
    quote!(#index => #method(&self.#ident),)
}

/// The function that builds the struct from texts; `params` is where the parameters are described.
pub(crate) fn from_texts(
    krate: &Krate,
    fields: &[Field<'_>],
    set: Option<&Flattened<'_>>,
    skipped: &[Skipped<'_>],
    params: &TokenStream,
) -> TokenStream {
    let text = if fields.is_empty() && set.is_none() { quote!(_) } else { quote!(text) };
    let own = (!fields.is_empty()).then(|| read_fields(krate, fields, params));
    let values = fields.iter().enumerate().map(|(index, field)| {
        let (ident, variable) = (field.ident, variable(index));
        quote!(#ident: #variable,)
    });
    let values = values.chain(set.map(|set| {
        let (ident, set) = (set.ident, set.as_set(krate));
        quote!(#ident: #set::from_texts(text)?,)
    }));
    let values = values.chain(skipped.iter().map(Skipped::value));
    quote! {
        #[inline]
        fn from_texts(#text: &mut #krate::__private_0_1::Texts<'_>) -> ::core::result::Result<Self, #krate::InvalidRequest> {
            #own
            ::core::result::Result::Ok(Self { #(#values)* })
        }
    }
}

/// What was read for a field; nothing a user writes can mean it.
fn variable(index: usize) -> Ident {
    format_ident!("__param{index}", span = Span::mixed_site())
}

/// Makes each field a variable. The scopes are those of a record, see there.
fn read_fields(krate: &Krate, fields: &[Field<'_>], params: &TokenStream) -> TokenStream {
    let empty = fields.iter().map(|field| {
        let ty = field.value;
        quote!(::core::option::Option::None::<#ty>)
    });
    let targets = fields.iter().enumerate().map(|(index, field)| {
        let (index, ty) = (Index::from(index), field.value);
        let target = quote_spanned!(field.type_span()=> <#ty as #krate::Param>::target);
        quote!(#target(&mut __params.#index))
    });
    let patterns = fields.iter().enumerate().map(|(index, field)| {
        let variable = variable(index);
        if field.required { quote!(::core::option::Option::Some(#variable)) } else { quote!(#variable) }
    });
    let otherwise = fields
        .iter()
        .any(|field| field.required)
        .then(|| quote!(else { return #krate::__private_0_1::not_all(__params); }));
    quote! {
        let __params = {
            let mut __params = (#(#empty,)*);
            if let ::core::result::Result::Err(__error) =
                #krate::__private_0_1::read_texts(#params, text, &mut [#(#targets),*])
            {
                return ::core::result::Result::Err(__error);
            }
            __params
        };
        let (#(#patterns,)*) = __params #otherwise;
    }
}

/// The descriptions of the parameters as a slice; those of the set follow the struct's own.
pub(crate) fn specs(krate: &Krate, fields: &[Field<'_>], set: Option<&Flattened<'_>>) -> TokenStream {
    let own = fields.iter().map(|field| spec(krate, field));
    let own = quote!(&[#(#own),*]);
    let Some(set) = set else { return own };
    let (set, count) = (set.as_set(krate), fields.len());
    quote!(&#krate::__private_0_1::join_params::<{ #count + #set::PARAMS.len() }>(#own, #set::PARAMS))
}

fn spec(krate: &Krate, field: &Field<'_>) -> TokenStream {
    let (name, ty, doc) = (&field.wire.0, field.value, &field.doc);
    let rust_name = field.ident.unraw().to_string();
    let kind = quote_spanned!(field.type_span()=> <#ty as #krate::Param>::KIND);
    let hash_order = field.place.map(|(place, _)| quote!(.with_hash_order(#place)));
    let required = field.required.then(|| quote!(.required()));
    quote!(#krate::ParamSpec::new(#name, #rust_name, #kind) #hash_order #required .with_doc(#doc))
}
