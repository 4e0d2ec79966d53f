//! The implementations that an enum of words gets.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use syn::Variant;

use super::parse::Words;

pub(super) fn words(words: &Words<'_>) -> TokenStream {
    let bodies = Bodies {
        as_str: as_str(words),
        from_text: from_text(words),
        from_str: from_str(words),
        words: words
            .known()
            .filter_map(|word| word.spellings.first())
            .map(|(word, _)| word.clone())
            .collect(),
    };
    implementations(words, &bodies)
}

/// What stands in for the implementations after a mistake, so that the mistake is all there is to see.
pub(super) fn stub(words: &Words<'_>) -> TokenStream {
    let unreachable = || quote!(::core::unreachable!());
    let bodies = Bodies {
        as_str: unreachable(),
        from_text: unreachable(),
        from_str: unreachable(),
        words: Vec::new(),
    };
    implementations(words, &bodies)
}

/// What differs between a real implementation and its stand-in.
struct Bodies {
    as_str: TokenStream,
    from_text: TokenStream,
    from_str: TokenStream,
    words: Vec<String>,
}

fn implementations(words: &Words<'_>, bodies: &Bodies) -> TokenStream {
    let inherent = inherent(words, bodies);
    let text = text_traits(words, bodies);
    let api = api_traits(words, bodies);
    quote!(#inherent #text #api)
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

fn inherent(words: &Words<'_>, bodies: &Bodies) -> TokenStream {
    let (name, vis) = (&words.input.ident, &words.input.vis);
    let (impl_generics, ty_generics, where_clause) = words.input.generics.split_for_impl();
    let as_str = &bodies.as_str;
    let (all, lifetime) = match words.other() {
        Some(_) => (None, None),
        None => (Some(all(words)), Some(quote!('static))),
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics #name #ty_generics #where_clause {
            #all

            /// The word the API uses.
            #[must_use]
            #[inline]
            #vis const fn as_str(&self) -> &#lifetime str {
                #as_str
            }
        }
    }
}

fn all(words: &Words<'_>) -> TokenStream {
    let vis = &words.input.vis;
    let variants =
        words.known().filter(|word| word.variant.fields.is_empty()).map(|word| &word.variant.ident);
    quote! {
        /// All of them, in the order of declaration.
        #[allow(dead_code)]
        #vis const ALL: &'static [Self] = &[#(Self::#variants),*];
    }
}

fn text_traits(words: &Words<'_>, bodies: &Bodies) -> TokenStream {
    let (krate, name) = (&words.krate, &words.input.ident);
    let (impl_generics, ty_generics, where_clause) = words.input.generics.split_for_impl();
    let (f, text) = (ident("__f"), ident("__text"));
    let from_str = &bodies.from_str;
    let error = if words.other().is_some() {
        quote!(::core::convert::Infallible)
    } else {
        quote!(#krate::UnknownWord)
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::fmt::Display for #name #ty_generics #where_clause {
            #[inline]
            fn fmt(&self, #f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Formatter::pad(#f, Self::as_str(self))
            }
        }

        #[automatically_derived]
        impl #impl_generics ::core::str::FromStr for #name #ty_generics #where_clause {
            type Err = #error;

            #[inline]
            fn from_str(#text: &str) -> ::core::result::Result<Self, Self::Err> {
                #from_str
            }
        }
    }
}

fn api_traits(words: &Words<'_>, bodies: &Bodies) -> TokenStream {
    let (krate, name) = (&words.krate, &words.input.ident);
    let (impl_generics, ty_generics, where_clause) = words.input.generics.split_for_impl();
    let (out, text, word) = (ident("__out"), ident("__text"), ident("__word"));
    let list = &bodies.words;
    let expected = format!("one of {}", list.join(", "));
    let kind = if words.other().is_some() { quote!(OpenChoice) } else { quote!(Choice) };
    let from_text = &bodies.from_text;
    let serialize = words
        .input
        .generics
        .params
        .is_empty()
        .then(|| quote!(#krate::impl_serialize! { #name, #word => serialize_str(#name::as_str(#word)) }));
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::Param for #name #ty_generics #where_clause {
            const KIND: #krate::Kind = #krate::Kind::#kind(&[#(#list),*]);

            #[inline]
            fn wire(&self, #out: &mut dyn ::core::fmt::Write) -> ::core::fmt::Result {
                ::core::fmt::Write::write_str(#out, Self::as_str(self))
            }

            #[inline]
            fn read(#text: &str) -> ::core::option::Option<Self> {
                <Self as #krate::FromText>::from_text(#text)
            }
        }

        #[automatically_derived]
        impl #impl_generics #krate::FromText for #name #ty_generics #where_clause {
            const EXPECTED: &'static str = #expected;
            const FORM: #krate::ValueShape =
                #krate::ValueShape::Value(<Self as #krate::Param>::KIND);

            #[inline]
            fn from_text(#text: &str) -> ::core::option::Option<Self> {
                #from_text
            }
        }

        #serialize
    }
}

fn as_str(words: &Words<'_>) -> TokenStream {
    let arms = words.known().map(|word| {
        let name = &word.variant.ident;
        let sent = word.spellings.first().map(|(sent, _)| sent);
        quote!(Self::#name => #sent,)
    });
    let other = words.other().map(|variant| {
        let (name, word) = (&variant.ident, ident("__word"));
        quote!(Self::#name(#word) => ::std::string::String::as_str(#word),)
    });
    quote!(match self { #(#arms)* #other })
}

fn from_text(words: &Words<'_>) -> TokenStream {
    let (krate, text) = (&words.krate, ident("__text"));
    let spellings = words.known().flat_map(|word| &word.spellings).map(|(spelling, _)| spelling);
    let mut next = 0;
    let arms = words.known().map(|word| {
        let name = &word.variant.ident;
        let numbers = (next..next + word.spellings.len()).map(Literal::usize_unsuffixed);
        let arm =
            quote!(::core::option::Option::Some(#(#numbers)|*) => ::core::option::Option::Some(Self::#name),);
        next += word.spellings.len();
        arm
    });
    let rest = if let Some(Variant { ident: name, .. }) = words.other() {
        quote!(::core::option::Option::Some(Self::#name(<::std::string::String as ::core::convert::From<&str>>::from(#text))))
    } else {
        quote!(::core::option::Option::None)
    };
    quote! {
        match #krate::__private_0_1::find_word(&[#(#spellings),*], #text) {
            #(#arms)*
            _ => #rest,
        }
    }
}

fn from_str(words: &Words<'_>) -> TokenStream {
    let (krate, text) = (&words.krate, ident("__text"));
    if let Some(Variant { ident: name, .. }) = words.other() {
        return quote!(::core::result::Result::Ok(#krate::__private_0_1::parse_any_word(#text, Self::#name)));
    }
    quote!(#krate::__private_0_1::parse_word(#text))
}
