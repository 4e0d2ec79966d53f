//! The implementations that a record gets.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Generics, Ident, Index, Type, parse_quote};

use super::parse::{Field, Record};
use super::place::Source;
use crate::written;

pub(super) fn record(record: &Record<'_>) -> TokenStream {
    let fields = &record.fields;
    let krate = &record.krate;
    let element = element();
    let specs = fields.iter().map(|field| spec(krate, field));
    let (slots, new_slots) = (slots(), fields.iter().map(|field| new_slot(krate, field)));
    let entries = fields.iter().enumerate().map(|(index, field)| entry(krate, index, field));
    let trim = record.trim.then(|| quote!(#krate::Element::trim_texts(#element);));
    let value = value(krate, &element, fields);
    let body = quote! {
        static __TABLE: #krate::__private::Table = #krate::__private::Table::new(&[#(#specs),*]);
        #trim
        let #slots = {
            let mut #slots = (#(#new_slots,)*);
            if let ::core::result::Result::Err(__error) =
                #krate::Element::fields(#element, &__TABLE, &mut [#(#entries),*])
            {
                return ::core::result::Result::Err(__error);
            }
            #slots
        };
        #value
    };
    let from_xml = from_xml(record, &element, &body);
    let document = document(record);
    quote!(#from_xml #document)
}

/// What stands in for the implementations after a mistake, so that the mistake is all there is to see.
pub(super) fn stub(record: &Record<'_>) -> TokenStream {
    let from_xml = from_xml(record, &Ident::new("_", Span::call_site()), &quote!(::core::unreachable!()));
    let document = document(record);
    quote!(#from_xml #document)
}

/// The name of the parameter; nothing a user writes can mean it.
fn element() -> Ident {
    Ident::new("__element", Span::mixed_site())
}

fn slots() -> Ident {
    Ident::new("__slots", Span::mixed_site())
}

fn from_xml(record: &Record<'_>, element: &Ident, body: &TokenStream) -> TokenStream {
    let (krate, name) = (&record.krate, &record.input.ident);
    let generics = bounded(record);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::FromXml for #name #ty_generics #where_clause {
            #[inline]
            fn from_xml(
                #element: &mut #krate::Element<'_, '_>,
            ) -> ::core::result::Result<Self, #krate::DecodeError> {
                #body
            }
        }
    }
}

fn document(record: &Record<'_>) -> Option<TokenStream> {
    let root = record.root.as_ref()?;
    let (krate, name) = (&record.krate, &record.input.ident);
    let generics = bounded(record);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    Some(quote! {
        #[automatically_derived]
        impl #impl_generics #krate::Document for #name #ty_generics #where_clause {
            const ROOT: &'static [&'static str] = &[#(#root),*];
        }
    })
}

/// A type parameter must be decodable: from a text where it stands in an attribute or a text, else from an
/// element.
fn bounded(record: &Record<'_>) -> Generics {
    let krate = &record.krate;
    let mut generics = record.input.generics.clone();
    for parameter in record.input.generics.type_params().map(|parameter| &parameter.ident) {
        let in_text = record.fields.iter().any(|field| is_text(field) && mentions(field, parameter));
        let bound = if in_text { quote!(FromText) } else { quote!(FromXml) };
        generics.make_where_clause().predicates.push(parse_quote!(#parameter: #krate::#bound));
    }
    generics
}

fn mentions(field: &Field<'_>, parameter: &Ident) -> bool {
    fn any(tokens: TokenStream, parameter: &Ident) -> bool {
        tokens.into_iter().any(|token| match token {
            proc_macro2::TokenTree::Ident(ident) => ident == *parameter,
            proc_macro2::TokenTree::Group(group) => any(group.stream(), parameter),
            _ => false,
        })
    }
    let ty = field.ty;
    any(quote!(#ty), parameter)
}

fn is_text(field: &Field<'_>) -> bool {
    matches!(field.place.source, Source::Attribute | Source::Text)
}

fn spec(krate: &TokenStream, field: &Field<'_>) -> TokenStream {
    let source = match field.place.source {
        Source::Element => quote!(Element),
        Source::Attribute => quote!(Attribute),
        Source::Text => quote!(Text),
        Source::Rest => quote!(Rest),
    };
    let (parents, default) = (&field.place.parents, field.default);
    let names = field.place.names.iter().map(|(name, _)| name);
    quote! {
        #krate::__private::FieldSpec {
            source: #krate::__private::Source::#source,
            parents: &[#(#parents),*],
            names: &[#(#names),*],
            default: #default,
        }
    }
}

/// The kinds of slots, named as the functions that make them entries of the list.
#[derive(Clone, Copy)]
enum Kind {
    Required,
    Optional,
    List,
    RequiredText,
    OptionalText,
    Rest,
}

impl Kind {
    /// The kind of a field, and the type of its values.
    fn of<'a>(field: &Field<'a>) -> (Self, &'a Type) {
        let inside_option = written::inside(field.ty, "Option");
        match (field.place.source, inside_option) {
            (Source::Rest, _) => (Self::Rest, field.ty),
            (Source::Attribute | Source::Text, Some(value)) => (Self::OptionalText, value),
            (Source::Attribute | Source::Text, None) => (Self::RequiredText, field.ty),
            (Source::Element, Some(value)) => (Self::Optional, value),
            (Source::Element, None) => match written::inside(field.ty, "Vec") {
                Some(value) => (Self::List, value),
                None => (Self::Required, field.ty),
            },
        }
    }

    fn ty(self) -> Ident {
        let name = match self {
            Self::Required => "Required",
            Self::Optional => "Optional",
            Self::List => "List",
            Self::RequiredText => "RequiredText",
            Self::OptionalText => "OptionalText",
            Self::Rest => "Rest",
        };
        Ident::new(name, Span::call_site())
    }
}

/// All of it has the type's span, so that a type that does not fit is one error, at the type.
fn new_slot(krate: &TokenStream, field: &Field<'_>) -> TokenStream {
    let (kind, ty) = Kind::of(field);
    let (span, slot) = (ty.span(), kind.ty());
    match kind {
        Kind::Rest => quote_spanned!(span=> #krate::__private::Rest::NEW),
        _ => quote_spanned!(span=> #krate::__private::#slot::<#ty>::NEW),
    }
}

/// The slot as an entry of the list.
fn entry(krate: &TokenStream, index: usize, field: &Field<'_>) -> TokenStream {
    let (kind, ty) = Kind::of(field);
    let (slots, index) = (slots(), Index::from(index));
    let function = match kind {
        Kind::Required => "required",
        Kind::Optional => "optional",
        Kind::List => "list",
        Kind::RequiredText => "required_text",
        Kind::OptionalText => "optional_text",
        Kind::Rest => return quote!(&mut #slots.#index),
    };
    let function = Ident::new(function, Span::call_site());
    quote_spanned!(ty.span()=> #krate::__private::#function::<#ty>(&mut #slots.#index))
}

/// The finished record. That its fields are all there was seen to before: one look at all of them.
///
/// Slots are always dropped as a whole, by a function: in a scope of their own while they are filled, and given away if
/// one of them is empty. Else the compiler would write out, for each field and each way out of the function, whether it
/// is to be dropped there: more code than all the rest.
fn value(krate: &TokenStream, element: &Ident, fields: &[Field<'_>]) -> TokenStream {
    let slots = slots();
    let found = (0..fields.len()).map(|index| format_ident!("__value{index}", span = Span::mixed_site()));
    let found = found.collect::<Vec<_>>();
    let mut may_be_missing = false;
    let patterns = fields.iter().zip(&found).map(|(field, value)| {
        let (kind, _) = Kind::of(field);
        let slot = kind.ty();
        let inner = match kind {
            Kind::Optional => quote!({ value: #value, .. }),
            Kind::List => quote!({ values: #value, .. }),
            Kind::Required | Kind::RequiredText if !field.default => {
                may_be_missing = true;
                quote!((::core::option::Option::Some(#value)))
            }
            _ => quote!((#value)),
        };
        quote!(#krate::__private::#slot #inner)
    });
    let patterns = patterns.collect::<Vec<_>>();
    let otherwise =
        may_be_missing.then(|| quote!(else { return #krate::__private::unfilled(#element, #slots); }));
    let values = fields.iter().zip(&found).map(|(field, value)| {
        let (ident, ty) = (field.ident, field.ty);
        if field.default && matches!(Kind::of(field).0, Kind::Required | Kind::RequiredText) {
            quote_spanned!(ty.span()=> #ident: ::core::option::Option::unwrap_or_default(#value))
        } else {
            quote!(#ident: #value)
        }
    });
    quote! {
        let (#(#patterns,)*) = #slots #otherwise;
        ::core::result::Result::Ok(Self { #(#values),* })
    }
}
