//! The implementations that a record gets.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Generics, Ident, parse_quote};

use super::parse::{Field, Record};
use super::place::Source;

pub(super) fn record(record: &Record<'_>) -> TokenStream {
    let fields = &record.fields;
    let krate = &record.krate;
    let specs = fields.iter().map(|field| spec(krate, field));
    let slots = fields.iter().enumerate().map(|(index, field)| new_slot(krate, index, field));
    let visitor = visitor(krate, fields);
    let element = element();
    let trim = record.trim.then(|| quote!(#krate::Element::trim_texts(#element);));
    let values = fields.iter().enumerate().map(|(index, field)| value(krate, index, field));
    let body = quote! {
        static __TABLE: #krate::__private::Table = #krate::__private::Table::new(&[#(#specs),*]);
        #(#slots)*
        #trim
        #krate::Element::fields(#element, &__TABLE, &mut #visitor)?;
        ::core::result::Result::Ok(Self { #(#values),* })
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

fn slot(index: usize) -> Ident {
    format_ident!("__slot{index}", span = Span::mixed_site())
}

fn from_xml(record: &Record<'_>, element: &Ident, body: &TokenStream) -> TokenStream {
    let (krate, name) = (&record.krate, &record.input.ident);
    let generics = bounded(record);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::FromXml for #name #ty_generics #where_clause {
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
    let parents = &field.place.parents;
    let names = field.place.names.iter().map(|(name, _)| name);
    quote! {
        #krate::__private::FieldSpec {
            source: #krate::__private::Source::#source,
            parents: &[#(#parents),*],
            names: &[#(#names),*],
        }
    }
}

/// The trait that must hold for a field's type, and the type as its implementor. All of it has the type's span,
/// so that a type that does not fit is one error, at the type.
fn as_field(krate: &TokenStream, field: &Field<'_>) -> TokenStream {
    let ty = field.ty;
    match field.place.source {
        Source::Element => quote_spanned!(ty.span()=> <#ty as #krate::__private::Field>),
        Source::Attribute | Source::Text => quote_spanned!(ty.span()=> <#ty as #krate::__private::TextField>),
        Source::Rest => quote_spanned!(ty.span()=> <#ty as #krate::__private::RestField>),
    }
}

fn new_slot(krate: &TokenStream, index: usize, field: &Field<'_>) -> TokenStream {
    let (slot, ty) = (slot(index), field.ty);
    match field.place.source {
        Source::Element | Source::Attribute | Source::Text => {
            quote!(let mut #slot: ::core::option::Option<#ty> = ::core::option::Option::None;)
        }
        Source::Rest => quote_spanned!(ty.span()=> let mut #slot = #krate::__private::rest_slot::<#ty>();),
    }
}

/// The closure that puts what was found into the slots.
fn visitor(krate: &TokenStream, fields: &[Field<'_>]) -> TokenStream {
    if fields.is_empty() {
        return quote!(|_, _| ::core::result::Result::Ok(()));
    }
    let (index, node) = (Ident::new("__index", Span::mixed_site()), Ident::new("__node", Span::mixed_site()));
    let arms = fields.iter().enumerate().map(|(number, field)| {
        let (slot, as_field) = (slot(number), as_field(krate, field));
        let number = Literal::usize_unsuffixed(number);
        let fill = match field.place.source {
            Source::Element => quote!(fill),
            Source::Attribute | Source::Text => quote!(fill_text),
            Source::Rest => quote!(fill_rest),
        };
        quote_spanned!(field.ty.span()=> #number => #as_field::#fill(&mut #slot, #node),)
    });
    quote! {
        |#index, #node| match #index {
            #(#arms)*
            _ => ::core::result::Result::Ok(()),
        }
    }
}

/// A field of the finished record.
fn value(krate: &TokenStream, number: usize, field: &Field<'_>) -> TokenStream {
    let (ident, ty, slot) = (field.ident, field.ty, slot(number));
    let as_field = as_field(krate, field);
    let (finish, require) = match field.place.source {
        Source::Rest => return quote!(#ident: #slot),
        Source::Element => (quote!(finish), quote!(require)),
        Source::Attribute | Source::Text => (quote!(finish_text), quote!(require_text)),
    };
    let value = if field.default {
        quote_spanned!(ty.span()=> ::core::option::Option::unwrap_or_default(#as_field::#finish(#slot)))
    } else {
        let element = element();
        let number = Literal::usize_unsuffixed(number);
        quote_spanned!(ty.span()=> #krate::__private::#require::<#ty>(#slot, #element, &__TABLE, #number)?)
    };
    quote!(#ident: #value)
}
