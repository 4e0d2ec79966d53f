//! The implementation of `Params` and `Endpoint`: a lookup of values by index, and the description as a
//! constant. Everything else is done by functions of the framework that know only these two.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Generics, Ident, LitStr, parse_quote};

use super::Declaration;
use super::container::{Container, Travel};
use crate::param;
use crate::written::generated_at;
use crate::{bound, docs, written};

/// Nothing if a part is missing that cannot be made up.
pub(super) fn expand(declaration: &Declaration<'_>) -> Option<TokenStream> {
    let container = &declaration.container;
    let (krate, name) = (&container.krate, &declaration.input.ident);
    let response = container.response.as_ref()?;
    let fault = container.fault.as_ref().map_or_else(|| quote!(#krate::AnyFault), |fault| quote!(#fault));
    let spec = spec(declaration)?;
    let (fields, set) = (&declaration.fields, declaration.set());
    let value = param::value(krate, fields, set);
    let check = container.check.as_ref().map(|check| {
        let call = quote_spanned!(generated_at(check)=> #check(self));
        quote! {
            #[inline]
            fn check(&self) -> ::core::result::Result<(), #krate::InvalidRequest> {
                #call
            }
        }
    });
    let check_response = container.check_response.as_ref().map(|check| {
        let response_name = format_ident!("__response", span = Span::mixed_site());
        let call = quote_spanned!(generated_at(check)=> #check(self, #response_name));
        quote! {
            #[inline]
            fn check_response(
                &self,
                #response_name: &#response,
            ) -> ::core::result::Result<(), #krate::AnswerError> {
                #call
            }
        }
    });
    // Borrowed and generic fields cannot be read from a text, so a struct with parameters keeps the default.
    let params = quote!(<Self as #krate::Endpoint>::SPEC.params);
    let from_texts = declaration
        .input
        .generics
        .params
        .is_empty()
        .then(|| param::from_texts(krate, fields, set, &declaration.skipped, &params));
    let doc = facts(declaration);
    let generics = with_bounds(declaration);
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    Some(quote! {
        #[automatically_derived]
        impl #impl_generics #krate::Params for #name #type_generics #where_clause {
            #value
        }

        #[doc = #doc]
        #[automatically_derived]
        impl #impl_generics #krate::Endpoint for #name #type_generics #where_clause {
            type Response = #response;
            type Fault = #fault;

            const SPEC: &'static #krate::Spec = {
                #[allow(unused_imports)]
                use #krate::__private_0_1::Undescribed as _;
                &#spec
            };

            #from_texts

            #check

            #check_response
        }
    })
}

/// What the documentation of the implementation says about the function.
fn facts(declaration: &Declaration<'_>) -> String {
    let container = &declaration.container;
    let value = |text: &Option<LitStr>| text.as_ref().map(LitStr::value);
    let function = value(&container.function).unwrap_or_default();
    let since = value(&container.since);
    let since = since.map_or_else(|| "since: not stated".to_owned(), |since| format!("since MOR {since}"));
    let addon = value(&container.addon).map_or_else(String::new, |addon| format!("add-on {addon}; "));
    let effect = match container.effect.as_ref().map(Ident::to_string).as_deref() {
        Some("read") => "reads only",
        Some("session") => "starts or ends a session",
        _ => "changes the server",
    };
    let verify = value(&container.verify).map_or_else(String::new, |verify| {
        format!("\n\nIf no answer tells whether the function was executed: {verify}.")
    });
    format!("`{function}`, {since}; {addon}{effect}.{verify}")
}

/// A type parameter in the type of a parameter is one. What else is generic has to be what it is used as: `Page<T>` a
/// response, whatever that takes of `T`.
pub(super) fn with_bounds(declaration: &Declaration<'_>) -> Generics {
    let Declaration { container, input, fields, sets, skipped, .. } = declaration;
    let Container { krate, response, fault, bound, .. } = container;
    let mut generics = input.generics.clone();
    if let Some(bounds) = bound {
        return bound::with(generics, bounds.iter().cloned());
    }
    for parameter in generics.type_params_mut() {
        if fields.iter().any(|field| written::mentions(field.value, &parameter.ident)) {
            parameter.bounds.push(parse_quote!(#krate::Param));
        }
    }
    let others = response.iter().map(|ty| (ty, "Response")).chain(fault.iter().map(|ty| (ty, "Fault")));
    let others = others.chain(sets.iter().map(|set| (set.ty, "ParamSet")));
    let others = others.filter(|(ty, _)| written::is_generic(ty, &input.generics));
    let others = others.map(|(ty, name)| bound::predicate(ty, krate, name));
    bound::with(generics, others.chain(skipped.iter().filter_map(|field| field.bound(&input.generics))))
}

fn spec(declaration: &Declaration<'_>) -> Option<TokenStream> {
    let container = &declaration.container;
    let krate = &container.krate;
    let (function, aliases) = (container.function.as_ref()?, &container.aliases);
    let response = container.response.as_ref()?;
    let effect = match container.effect.as_ref()?.to_string().as_str() {
        "read" => quote!(Read),
        "write" => quote!(Write),
        _ => quote!(Session),
    };
    let (except, other) = (container.unhashed_caller.as_ref(), container.password_or.as_ref());
    let caller = identity(declaration, "u", container.caller, except, quote!(Sent));
    let password = identity(declaration, "p", container.password, other, quote!(None));
    let params = param::specs(krate, &declaration.fields, declaration.set());
    let (hash_order, rules) = (hash_order(declaration), rules(declaration));
    let doc = docs::first_paragraph(&declaration.input.attrs);
    let aliases = (!aliases.is_empty()).then(|| quote!(.with_aliases(&[#(#aliases),*])));
    let since = container.since.as_ref().map(|since| quote!(.with_since(#since)));
    let addon = container.addon.as_ref().map(|addon| quote!(.with_addon(#addon)));
    let verify = container.verify.as_ref().map(|verify| quote!(.with_verify(#verify)));
    let unsigned = (!container.signed).then(|| quote!(.unsigned()));
    let rules = (!rules.is_empty()).then(|| quote!(.with_rules(&[#(#rules),*])));
    Some(quote! {
        #krate::Spec::new(#function, #krate::Effect::#effect)
            #aliases #since #addon #unsigned
            .with_identity(#krate::Identity::#caller, #krate::Identity::#password)
            .with_params(#params)
            .with_hash_order(&[#(#hash_order),*])
            #rules #verify
            .with_response(#krate::__private_0_1::Shape::<#response>::SHAPE)
            .with_doc(#doc)
    })
}

/// The identity that is a field or travels by itself; `other` is what its extra key names.
fn identity(
    declaration: &Declaration<'_>,
    name: &str,
    travel: Travel,
    other: Option<&LitStr>,
    unsaid: TokenStream,
) -> TokenStream {
    let is_field = declaration.fields.iter().any(|field| field.wire.0 == name);
    match (travel, other) {
        (_, Some(other)) if is_field => quote!(FieldOr(#other)),
        (_, None) if is_field => quote!(Field),
        (Travel::Hashed(place, _), Some(except)) => quote!(HashedUnless(#place, #except)),
        (Travel::Hashed(place, _), None) => quote!(Hashed(#place)),
        (Travel::Unsaid, _) => unsaid,
        (Travel::None(_), _) => quote!(None),
        (Travel::Sent(_), _) => quote!(Sent),
    }
}

/// The rules, in wire names.
fn rules(declaration: &Declaration<'_>) -> Vec<TokenStream> {
    let krate = &declaration.container.krate;
    let wire = |name: &Ident| {
        let field = declaration.fields.iter().find(|field| field.ident == name);
        field.map(|field| field.wire.0.clone())
    };
    let rules = declaration.container.rules.iter();
    let rules = rules.map(|rule| {
        let variant = &rule.variant;
        let names = rule.fields.iter().filter_map(wire);
        quote!(#krate::Rule::#variant(&[#(#names),*]))
    });
    rules.collect()
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
        let other = field.unless.as_ref().map(LitStr::value);
        let other = other.and_then(|name| declaration.fields.iter().position(|field| field.wire.0 == name));
        let slot = other.map_or_else(|| quote!(Param(#index)), |other| quote!(ParamUnless(#index, #other)));
        field.place.map(|(place, _)| (place, quote!(#krate::HashSlot::#slot)))
    });
    let mut slots: Vec<_> = identities.chain(fields).collect();
    slots.sort_by_key(|(place, _)| *place);
    slots.into_iter().map(|(_, slot)| slot).collect()
}
