//! Code that looks parameters up, describes them and reads them from texts.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;

use super::{Field, Flattened};

/// The function that finds a value by its index; those of the set follow the struct's own.
pub(crate) fn value(krate: &TokenStream, fields: &[Field<'_>], set: Option<&Flattened<'_>>) -> TokenStream {
    let values = fields.iter().enumerate().map(|(index, field)| value_of(krate, index, field));
    let others = set.map_or_else(
        || quote!(_ => ::core::option::Option::None,),
        |set| {
            let (ident, set, own) = (set.ident, set.as_set(krate), fields.len());
            quote!(_ => #set::value(&self.#ident, index - #own),)
        },
    );
    quote! {
        fn value(&self, index: usize) -> ::core::option::Option<&dyn #krate::ParamValue> {
            match index {
                #(#values)*
                #others
            }
        }
    }
}

fn value_of(krate: &TokenStream, index: usize, field: &Field<'_>) -> TokenStream {
    let (ident, ty) = (field.ident, field.value);
    let erase = quote_spanned!(field.type_span()=> <#ty as #krate::Param>::erase);
    if field.required {
        quote!(#index => ::core::option::Option::Some(#erase(&self.#ident)),)
    } else {
        // A call, not a function handed to `Option::map`: that one would report a wrong type a second time.
        quote!(#index => ::core::option::Option::Some(#erase(::core::option::Option::as_ref(&self.#ident)?)),)
    }
}

/// The function that builds the struct from texts; `params` is where the parameters are described.
pub(crate) fn from_texts(
    krate: &TokenStream,
    fields: &[Field<'_>],
    set: Option<&Flattened<'_>>,
    params: &TokenStream,
) -> TokenStream {
    let text = if fields.is_empty() && set.is_none() { quote!(_) } else { quote!(text) };
    let slots = (0..fields.len()).map(|index| format_ident!("__param{index}", span = Span::mixed_site()));
    let slots = slots.collect::<Vec<_>>();
    let new_slots = fields.iter().zip(&slots).map(|(field, slot)| {
        let ty = field.value;
        let read = quote_spanned!(field.type_span()=> <#ty as #krate::Param>::read);
        quote!(let mut #slot = #krate::__private::ParamSlot::new(#read);)
    });
    let read = (!fields.is_empty())
        .then(|| quote!(#krate::__private::read_texts(#params, text, &mut [#(&mut #slots),*])?;));
    let set_value = set.map(|set| {
        let (ident, set) = (set.ident, set.as_set(krate));
        quote!(#ident: #set::from_texts(text)?)
    });
    let values = fields.iter().zip(&slots).map(|(field, slot)| {
        let ident = field.ident;
        quote!(#ident: #slot)
    });
    let values = values.chain(set_value);
    let patterns = fields.iter().zip(&slots).map(|(field, slot)| {
        if field.required { quote!(::core::option::Option::Some(#slot)) } else { quote!(#slot) }
    });
    let otherwise = fields
        .iter()
        .any(|field| field.required)
        .then(|| quote!(_ => ::core::result::Result::Err(#krate::__private::unread()),));
    quote! {
        fn from_texts(#text: &mut #krate::__private::Texts<'_>) -> ::core::result::Result<Self, #krate::InvalidRequest> {
            #(#new_slots)*
            #read
            match (#(#slots.value,)*) {
                (#(#patterns,)*) => ::core::result::Result::Ok(Self { #(#values),* }),
                #otherwise
            }
        }
    }
}

/// The descriptions of the parameters as a slice; those of the set follow the struct's own.
pub(crate) fn specs(krate: &TokenStream, fields: &[Field<'_>], set: Option<&Flattened<'_>>) -> TokenStream {
    let own = fields.iter().map(|field| spec(krate, field));
    let own = quote!(&[#(#own),*]);
    let Some(set) = set else { return own };
    let (set, count) = (set.as_set(krate), fields.len());
    quote!(&#krate::__private::join_params::<{ #count + #set::PARAMS.len() }>(#own, #set::PARAMS))
}

fn spec(krate: &TokenStream, field: &Field<'_>) -> TokenStream {
    let (name, ty, required, doc) = (&field.wire.0, field.value, field.required, &field.doc);
    let rust_name = field.ident.unraw().to_string();
    let hash_order = option(field.place.map(|(place, _)| place));
    let kind = quote_spanned!(field.type_span()=> <#ty as #krate::Param>::KIND);
    quote! {
        #krate::ParamSpec {
            name: #name,
            field: #rust_name,
            hash_order: #hash_order,
            required: #required,
            kind: #kind,
            doc: #doc,
        }
    }
}

pub(crate) fn option(value: Option<impl quote::ToTokens>) -> TokenStream {
    value.map_or_else(
        || quote!(::core::option::Option::None),
        |value| quote!(::core::option::Option::Some(#value)),
    )
}
