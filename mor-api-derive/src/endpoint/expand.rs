//! The implementation of `Params` and `Endpoint`: a lookup of values by index, and the description as a
//! constant. Everything else is done by functions of the framework that know only these two.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Generics, parse_quote};

use super::Declaration;
use super::container::Travel;
use super::field::Field;
use crate::docs;

/// Nothing if a part is missing that cannot be made up.
pub(super) fn expand(declaration: &Declaration<'_>) -> Option<TokenStream> {
    let container = &declaration.container;
    let (krate, name) = (&container.krate, &declaration.input.ident);
    let response = container.response.as_ref()?;
    let fault = container.fault.as_ref().map_or_else(|| quote!(#krate::AnyFault), |fault| quote!(#fault));
    let spec = spec(declaration)?;
    let values = declaration.fields.iter().enumerate().map(|(index, field)| value(krate, index, field));
    let check = container.check.as_ref().map(|check| {
        let call = quote_spanned!(check.span()=> #check(self));
        quote! {
            fn check(&self) -> ::core::result::Result<(), #krate::InvalidRequest> {
                #call
            }
        }
    });
    let from_texts = from_texts(declaration);
    let generics = with_bounds(declaration);
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    Some(quote! {
        #[automatically_derived]
        impl #impl_generics #krate::Params for #name #type_generics #where_clause {
            fn value(&self, index: usize) -> ::core::option::Option<&dyn #krate::ParamValue> {
                match index {
                    #(#values)*
                    _ => ::core::option::Option::None,
                }
            }
        }

        #[automatically_derived]
        impl #impl_generics #krate::Endpoint for #name #type_generics #where_clause {
            type Response = #response;
            type Fault = #fault;

            const SPEC: &'static #krate::Spec = &#spec;

            #from_texts

            #check
        }
    })
}

/// Borrowed and generic fields cannot be read from a text, so a struct with parameters keeps the default.
fn from_texts(declaration: &Declaration<'_>) -> Option<TokenStream> {
    if !declaration.input.generics.params.is_empty() {
        return None;
    }
    let krate = &declaration.container.krate;
    let fields = declaration.fields.iter().map(|field| {
        let (ident, name, ty) = (field.ident, &field.wire.0, field.value);
        let function = if field.required { quote!(read_required) } else { quote!(read_optional) };
        let param = quote_spanned!(field.type_span()=> <#ty as #krate::Param>);
        quote!(#ident: #krate::__private::#function(text, #name, #param::KIND, #param::read)?)
    });
    let text = if declaration.fields.is_empty() { quote!(_) } else { quote!(text) };
    Some(quote! {
        fn from_texts(#text: &mut #krate::__private::Texts<'_>) -> ::core::result::Result<Self, #krate::InvalidRequest> {
            ::core::result::Result::Ok(Self { #(#fields),* })
        }
    })
}

/// A type parameter stands for a parameter's type.
pub(super) fn with_bounds(declaration: &Declaration<'_>) -> Generics {
    let krate = &declaration.container.krate;
    let mut generics = declaration.input.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(parse_quote!(#krate::Param));
    }
    generics
}

fn value(krate: &TokenStream, index: usize, field: &Field<'_>) -> TokenStream {
    let (ident, ty) = (field.ident, field.value);
    let erase = quote_spanned!(field.type_span()=> <#ty as #krate::Param>::erase);
    if field.required {
        quote!(#index => ::core::option::Option::Some(#erase(&self.#ident)),)
    } else {
        // A call, not a function handed to `Option::map`: that one would report a wrong type a second time.
        quote!(#index => ::core::option::Option::Some(#erase(::core::option::Option::as_ref(&self.#ident)?)),)
    }
}

fn spec(declaration: &Declaration<'_>) -> Option<TokenStream> {
    let container = &declaration.container;
    let krate = &container.krate;
    let (function, aliases) = (container.function.as_ref()?, &container.aliases);
    let group = container.group.as_ref().map_or_else(|| quote!(""), |group| quote!(#group));
    let (since, addon) = (option(container.since.as_ref()), option(container.addon.as_ref()));
    let effect = match container.effect.as_ref()?.to_string().as_str() {
        "read" => quote!(Read),
        "write" => quote!(Write),
        _ => quote!(Session),
    };
    let signed = container.signed;
    let caller = identity(declaration, "u", container.caller, quote!(Sent));
    let password = identity(declaration, "p", container.password, quote!(None));
    let params = declaration.fields.iter().map(|field| param_spec(krate, field));
    let hash_order = hash_order(declaration);
    let doc = docs::first_paragraph(&declaration.input.attrs);
    Some(quote! {
        #krate::Spec {
            function: #function,
            aliases: &[#(#aliases),*],
            group: #group,
            since: #since,
            addon: #addon,
            effect: #krate::Effect::#effect,
            signed: #signed,
            caller: #krate::Identity::#caller,
            password: #krate::Identity::#password,
            params: &[#(#params),*],
            hash_order: &[#(#hash_order),*],
            doc: #doc,
        }
    })
}

fn param_spec(krate: &TokenStream, field: &Field<'_>) -> TokenStream {
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

fn identity(declaration: &Declaration<'_>, name: &str, travel: Travel, unsaid: TokenStream) -> TokenStream {
    if declaration.fields.iter().any(|field| field.wire.0 == name) {
        return quote!(Field);
    }
    match travel {
        Travel::Unsaid => unsaid,
        Travel::None(_) => quote!(None),
        Travel::Sent(_) => quote!(Sent),
        Travel::Hashed(place, _) => quote!(Hashed(#place)),
    }
}

/// The ingredients of the hash, sorted by their places.
fn hash_order(declaration: &Declaration<'_>) -> Vec<TokenStream> {
    let container = &declaration.container;
    let krate = &container.krate;
    let identities = [(container.caller, "Caller"), (container.password, "Password")];
    let identities = identities.into_iter().filter_map(|(travel, slot)| {
        let slot = format_ident!("{slot}");
        travel.place().map(|(place, _)| (place, quote!(#krate::HashSlot::#slot)))
    });
    let fields = declaration.fields.iter().enumerate().filter_map(|(index, field)| {
        field.place.map(|(place, _)| (place, quote!(#krate::HashSlot::Param(#index))))
    });
    let mut slots: Vec<_> = identities.chain(fields).collect();
    slots.sort_by_key(|(place, _)| *place);
    slots.into_iter().map(|(_, slot)| slot).collect()
}

fn option(value: Option<impl quote::ToTokens>) -> TokenStream {
    value.map_or_else(
        || quote!(::core::option::Option::None),
        |value| quote!(::core::option::Option::Some(#value)),
    )
}
