//! The implementations that a record gets.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Generics, Ident};

use super::parse::{Field, Record};
use super::place::Source;
use super::{serialize, shape, slots};
use crate::krate::Krate;
use crate::{bound, written};

pub(super) fn record(record: &Record<'_>) -> TokenStream {
    let (fields, krate) = (&record.fields, &record.krate);
    let element = element();
    let table = table(krate, fields);
    let trim = record.trim.then(|| quote!(#krate::Element::trim_texts(#element);));
    let body = if let Some(with) = &record.with {
        quote_spanned!(with.span()=> #trim #with(#element))
    } else {
        let filled = slots::filled(krate, &element, fields);
        let value = slots::value(krate, &element, fields, &record.skipped);
        quote!(#trim #filled #value)
    };
    let described = described(record, &shape::record(record));
    let shape = quote!(<Self as #krate::Record>::RECORD);
    let from_xml = from_xml(record, &element, &quote!(#krate::ValueShape::Record(|| #shape)), &body);
    let document = document(record);
    let listing = listing(record);
    let serialize = serialize::record(record);
    quote! {
        const _: () = {
            #[allow(unused_imports)]
            use #krate::__private_0_1::Undescribed as _;
            static __TABLE: #krate::__private_0_1::Table = #table;
            #described
            #from_xml
            #document
            #listing
            #serialize
        };
    }
}

/// Stands in for the implementations after a mistake, so that the mistake is the only error.
pub(super) fn stub(record: &Record<'_>) -> TokenStream {
    let krate = &record.krate;
    let described = described(record, &quote!(#krate::RecordShape::UNKNOWN));
    let element = Ident::new("_", Span::call_site());
    let from_xml =
        from_xml(record, &element, &quote!(#krate::ValueShape::Map), &quote!(::core::unreachable!()));
    let document = document(record);
    let listing = listing(record);
    let serialize = serialize::record(record);
    quote!(#described #from_xml #document #listing #serialize)
}

/// The name of the parameter; nothing a user writes can mean it.
fn element() -> Ident {
    Ident::new("__element", Span::mixed_site())
}

fn from_xml(record: &Record<'_>, element: &Ident, value: &TokenStream, body: &TokenStream) -> TokenStream {
    let (krate, name) = (&record.krate, &record.input.ident);
    let generics = bounded(record);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::FromXml for #name #ty_generics #where_clause {
            const VALUE: #krate::ValueShape = #value;

            #[inline]
            fn from_xml(
                #element: &mut #krate::Element<'_, '_>,
            ) -> ::core::result::Result<Self, #krate::DecodeError> {
                #body
            }
        }
    }
}

/// The description is a constant of its own: a record that contains itself refers to it by a function, and only the
/// initializer of a constant may call functions for parts that live on.
fn described(record: &Record<'_>, shape: &TokenStream) -> TokenStream {
    let (krate, name) = (&record.krate, &record.input.ident);
    let generics = bounded(record);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::Record for #name #ty_generics #where_clause {
            const RECORD: &'static #krate::RecordShape = #shape;
        }
    }
}

fn document(record: &Record<'_>) -> Option<TokenStream> {
    let root = record.root.as_ref()?;
    let (krate, name) = (&record.krate, &record.input.ident);
    let partial = record.partial.as_ref().map(|partial| {
        let call = quote_spanned!(written::generated_at(partial)=> #partial(self));
        quote! {
            fn partial(&self) -> ::core::option::Option<::std::string::String> {
                #call
            }
        }
    });
    let unclosed = record.unclosed.then(|| {
        quote!(
            const UNCLOSED: bool = true;
        )
    });
    let generics = bounded(record);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    Some(quote! {
        #[automatically_derived]
        impl #impl_generics #krate::Document for #name #ty_generics #where_clause {
            const ROOT: &'static [&'static str] = &[#(#root),*];

            #unclosed
            #partial
        }
    })
}

/// The main list: where its rows are, from the root. If the elements around a list may be missing, the first of them may.
fn listing(record: &Record<'_>) -> Option<TokenStream> {
    let root = record.root.as_ref()?;
    let field = record.fields.iter().find(|field| field.rows.is_some())?;
    let (_, row) = slots::Kind::of(field);
    let name = field.place.names.first().map(|(name, _)| name.as_str())?;
    let parents = field.place.parents.iter().enumerate();
    let parents = parents
        .map(|(index, parent)| format!("{parent}{}", if field.default && index == 0 { "?" } else { "" }));
    let path: Vec<_> = root.iter().cloned().chain(parents).chain([name.to_owned()]).collect();
    let path = path.join("/");
    let (krate, name) = (&record.krate, &record.input.ident);
    let trim = record.trim.then(|| quote!(.with_trim()));
    let generics = bounded(record);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    Some(quote! {
        #[automatically_derived]
        impl #impl_generics #krate::Listing for #name #ty_generics #where_clause {
            type Row = #row;
            const ROWS: #krate::RowPath<#row> = #krate::RowPath::declared(#path)#trim;
        }
    })
}

/// A type parameter must be decodable: from a text where it stands in an attribute or a text, else from an element. One that is
/// in no field that is read need not be anything.
fn bounded(record: &Record<'_>) -> Generics {
    let (generics, krate) = (&record.input.generics, &record.krate);
    if let Some(bounds) = &record.bound {
        return bound::with(generics.clone(), bounds.iter().cloned());
    }
    let decoded = generics.type_params().map(|parameter| &parameter.ident).filter_map(|parameter| {
        let mut fields =
            record.fields.iter().filter(|field| written::mentions(field.ty, parameter)).peekable();
        fields.peek()?;
        let name = if fields.any(is_text) { "FromText" } else { "FromXml" };
        Some(bound::predicate(parameter, krate, name))
    });
    let skipped = record.skipped.iter().filter_map(|field| field.bound(generics));
    bound::with(generics.clone(), decoded.chain(skipped))
}

fn is_text(field: &Field<'_>) -> bool {
    matches!(field.place.source, Source::Attribute | Source::Text)
}

/// The names of all fields, descriptions of those that are not a child element of one name, and the places of those that
/// may not be missing.
fn table(krate: &Krate, fields: &[Field<'_>]) -> TokenStream {
    let names = fields.iter().map(|field| field.place.names.first().map_or("", |(name, _)| name));
    let others = fields.iter().enumerate().filter(|(_, field)| !is_plain(field));
    let others = others.map(|(index, field)| {
        let (index, spec) = (Literal::usize_unsuffixed(index), spec(krate, field));
        quote!((#index, #spec))
    });
    let needed = fields.iter().enumerate().filter(|(_, field)| slots::is_needed(field));
    let needed = needed.map(|(index, _)| Literal::usize_unsuffixed(index));
    quote! {
        #krate::__private_0_1::Table::new(
            &#krate::__private_0_1::fields(&[#(#names),*], &[#(#others),*]),
            &[#(#needed),*],
        )
    }
}

/// Whether the name says it all.
fn is_plain(field: &Field<'_>) -> bool {
    let place = &field.place;
    place.source == Source::Element && place.parents.is_empty() && place.names.len() == 1
}

/// How a field differs from a child element.
fn spec(krate: &Krate, field: &Field<'_>) -> TokenStream {
    let source = match field.place.source {
        Source::Element => None,
        Source::Attribute => Some(quote!(Attribute)),
        Source::Text => Some(quote!(Text)),
        Source::Rest => Some(quote!(Rest)),
    };
    let source = source.map(|source| quote!(source: #krate::__private_0_1::Source::#source,));
    let parents = &field.place.parents;
    let parents = (!parents.is_empty()).then(|| quote!(parents: &[#(#parents),*],));
    let names = field.place.names.iter().map(|(name, _)| name);
    // Lints look into generated code, too: what is whole is not to be completed.
    let is_whole = source.is_some() && parents.is_some();
    let others = (!is_whole).then(|| quote!(..#krate::__private_0_1::FieldSpec::ELEMENT));
    quote! {
        #krate::__private_0_1::FieldSpec {
            #source
            #parents
            names: &[#(#names),*],
            #others
        }
    }
}
