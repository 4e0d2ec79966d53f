//! The implementations that an enum of refusals gets.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use syn::LitStr;

use super::parse::{Fault, Refusal, Says};

pub(super) fn fault(fault: &Fault<'_>) -> TokenStream {
    let krate = &fault.krate;
    let parts = parts(fault).map(|(_, text)| text);
    let texts = whole_texts(fault).map(|(_, text)| text.clone()).chain(parts);
    let whole = Literal::usize_unsuffixed(whole_texts(fault).count());
    let refusal = Ident::new("__refusal", Span::mixed_site());
    let (arms, text) = (variants(fault), text());
    let number = Ident::new("__number", Span::mixed_site());
    let methods = quote! {
        const TEXTS: &'static [&'static str] = &[#(#texts),*];

        #[inline]
        fn from_refusal(#refusal: &#krate::Refusal) -> ::core::option::Option<Self> {
            let (#number, #text) = #krate::__private_0_1::find_text(Self::TEXTS, #whole, #refusal)?;
            ::core::option::Option::Some(match #number {
                #arms
                _ => return ::core::option::Option::None,
            })
        }
    };
    implementations(fault, &methods, &display(fault))
}

/// What stands in for the implementations after a mistake, so that the mistake is all there is to see. Nothing for a generic
/// enum, whose parameters need not be what an error is.
pub(super) fn stub(fault: &Fault<'_>) -> TokenStream {
    if !fault.input.generics.params.is_empty() {
        return TokenStream::new();
    }
    let krate = &fault.krate;
    let methods = quote! {
        const TEXTS: &'static [&'static str] = &[];

        fn from_refusal(_: &#krate::Refusal) -> ::core::option::Option<Self> {
            ::core::unreachable!()
        }
    };
    implementations(fault, &methods, &quote!(::core::unreachable!()))
}

fn formatter() -> Ident {
    Ident::new("__f", Span::mixed_site())
}

fn text() -> Ident {
    Ident::new("__text", Span::mixed_site())
}

fn implementations(fault: &Fault<'_>, methods: &TokenStream, display: &TokenStream) -> TokenStream {
    let (krate, name, f) = (&fault.krate, &fault.input.ident, formatter());
    let (impl_generics, ty_generics, where_clause) = fault.input.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::fmt::Display for #name #ty_generics #where_clause {
            #[inline]
            fn fmt(&self, #f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #display
            }
        }

        #[automatically_derived]
        impl #impl_generics ::core::error::Error for #name #ty_generics #where_clause {}

        #[automatically_derived]
        impl #impl_generics #krate::Fault for #name #ty_generics #where_clause {
            #methods
        }
    }
}

/// The texts that are known whole, with the variant they mean.
fn whole_texts<'f>(fault: &'f Fault<'_>) -> impl Iterator<Item = (&'f Refusal<'f>, &'f LitStr)> {
    fault.variants.iter().flat_map(|refusal| {
        let texts = if let Says::Texts(texts) = &refusal.says { texts.as_slice() } else { &[] };
        texts.iter().map(move |text| (refusal, text))
    })
}

/// The beginnings and ends, which follow the whole texts in the list. Dots mark an end: `... is incorrect format`.
fn parts<'f>(fault: &'f Fault<'_>) -> impl Iterator<Item = (&'f Refusal<'f>, LitStr)> {
    fault.variants.iter().filter_map(|refusal| match &refusal.says {
        Says::Start(text) => Some((refusal, text.clone())),
        Says::End(text) => Some((refusal, LitStr::new(&format!("... {}", text.value()), text.span()))),
        _ => None,
    })
}

/// The variants by the number of the text that was found.
fn variants(fault: &Fault<'_>) -> TokenStream {
    let mut next = 0;
    let mut arms = TokenStream::new();
    for refusal in &fault.variants {
        let name = &refusal.variant.ident;
        if let Says::Texts(texts) = &refusal.says {
            let numbers = (next..next + texts.len()).map(Literal::usize_unsuffixed);
            next += texts.len();
            arms.extend(quote!(#(#numbers)|* => Self::#name,));
        }
    }
    let text = text();
    for (index, (refusal, _)) in parts(fault).enumerate() {
        let (name, number) = (&refusal.variant.ident, Literal::usize_unsuffixed(next + index));
        arms.extend(quote!(#number => Self::#name(#text),));
    }
    arms
}

/// One call for all texts.
fn display(fault: &Fault<'_>) -> TokenStream {
    let f = formatter();
    let text = text();
    let mut arms = TokenStream::new();
    for refusal in &fault.variants {
        let name = &refusal.variant.ident;
        match &refusal.says {
            Says::Texts(texts) => {
                let shown = texts.first();
                arms.extend(quote!(Self::#name => #shown,));
            }
            Says::End(end) => {
                arms.extend(quote!(Self::#name(#text) => return ::core::write!(#f, "{} {}", #text, #end),));
            }
            Says::Start(_) => arms.extend(quote!(Self::#name(#text) => #text,)),
            Says::Unknown => {}
        }
    }
    quote! {
        let #text: &str = match self { #arms };
        ::core::fmt::Formatter::pad(#f, #text)
    }
}
