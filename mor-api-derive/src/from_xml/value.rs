//! A struct around one value, `struct Created(Done)`: a response that serializes as that value.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Data, DeriveInput, Field, Fields, Generics, Ident, LitStr, Type};

use super::place::{self, Place, Source};
use crate::ctxt::Ctxt;
use crate::krate::Krate;
use crate::{attr, bound, docs, written};

const KEYS: &[&str] = &["root", "any_of", "with", "unclosed", "bound", "crate"];

/// The field of a tuple struct that has one.
pub(super) fn field(input: &DeriveInput) -> Option<&Field> {
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => fields.unnamed.first(),
            _ => None,
        },
        _ => None,
    }
}

pub(super) fn derive(input: &DeriveInput, field: &Field) -> TokenStream {
    let mut cx = Ctxt::new();
    let value = parse(&mut cx, input, field);
    match cx.finish() {
        Ok(()) => value.map(|value| value.expand()).unwrap_or_default(),
        Err(errors) => errors,
    }
}

struct Value<'a> {
    input: &'a DeriveInput,
    ty: &'a Type,
    krate: Krate,
    root: Vec<String>,
    decode: Decode,
    /// Whether the server never closes the root.
    unclosed: bool,
    generics: Generics,
}

/// How the value is found.
enum Decode {
    /// It is in the first of these places that has it.
    AnyOf(Vec<Place>),
    /// A function of the user decodes it.
    With(Box<Type>),
}

fn parse<'a>(cx: &mut Ctxt, input: &'a DeriveInput, field: &'a Field) -> Option<Value<'a>> {
    let entries = attr::entries(cx, &input.attrs, "mor");
    let keys = attr::known(cx, entries, KEYS);
    let krate = Krate::read(cx, attr::find(&keys, "crate"));
    let unclosed = attr::find(&keys, "unclosed").is_some_and(|entry| attr::flag(cx, entry));
    let root = attr::find(&keys, "root").and_then(|entry| attr::string(cx, entry));
    let root = root.and_then(|path| place::root(cx, &path));
    let decode = match (attr::find(&keys, "any_of"), attr::find(&keys, "with")) {
        (Some(entry), None) => {
            let paths = attr::strings(cx, entry);
            Some(Decode::AnyOf(paths.iter().filter_map(|path| value_place(cx, path)).collect()))
        }
        (None, Some(entry)) => attr::ty(cx, entry).map(|function| Decode::With(Box::new(function))),
        _ => None,
    };
    let (Some(root), Some(decode)) = (root, decode) else {
        if cx.count() == 0 {
            let name = &input.ident;
            let message = format!(
                "`FromXml` on a struct around one value takes `root = \"...\"` and either `any_of = [\"...\"]`, the paths \
                 at which the value may be, or `with = ...`, a function that decodes `{name}`"
            );
            cx.error(name, message);
        }
        return None;
    };
    let ty = written::peel(&field.ty);
    let generic = written::is_generic(ty, &input.generics).then(|| bound::predicate(ty, &krate, "FromXml"));
    let bounds = bound::read(cx, attr::find(&keys, "bound")).unwrap_or_else(|| generic.into_iter().collect());
    let generics = bound::with(input.generics.clone(), bounds);
    Some(Value { input, ty, krate, root, decode, unclosed, generics })
}

fn value_place(cx: &mut Ctxt, path: &LitStr) -> Option<Place> {
    if path.value() == "text()" { Some(Place::text(path.span())) } else { place::relative(cx, path) }
}

impl Value<'_> {
    fn expand(&self) -> TokenStream {
        let Self { input, ty, krate, root, decode, unclosed, generics } = self;
        let unclosed = unclosed.then(|| {
            quote!(
                const UNCLOSED: bool = true;
            )
        });
        let name = &input.ident;
        let (shown, doc) = (name.to_string(), docs::first_paragraph(&input.attrs));
        let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
        // The macro that serializes takes the name of a type.
        let serialize = generics
            .params
            .is_empty()
            .then(|| quote!(#krate::impl_serialize! { #name, value => as_value(value.0) }));
        let element = Ident::new("__element", Span::mixed_site());
        let body = match decode {
            Decode::With(function) => quote!(#function(#element)),
            Decode::AnyOf(places) => {
                let specs = places.iter().map(|place| spec(krate, place));
                quote! {
                    static __TABLE: #krate::__private_0_1::Table =
                        #krate::__private_0_1::Table::new(&[#(#specs),*], &[]);
                    #krate::__private_0_1::any_of(#element, &__TABLE).map(Self)
                }
            }
        };
        quote! {
            #[automatically_derived]
            impl #impl_generics #krate::FromXml for #name #ty_generics #where_clause {
                const VALUE: #krate::ValueShape = #krate::ValueShape::Record(|| <Self as #krate::Record>::RECORD);

                #[inline]
                fn from_xml(
                    #element: &mut #krate::Element<'_, '_>,
                ) -> ::core::result::Result<Self, #krate::DecodeError> {
                    #body
                }
            }

            #[automatically_derived]
            impl #impl_generics #krate::Document for #name #ty_generics #where_clause {
                const ROOT: &'static [&'static str] = &[#(#root),*];
                #unclosed
            }

            #[automatically_derived]
            impl #impl_generics #krate::Record for #name #ty_generics #where_clause {
                const RECORD: &'static #krate::RecordShape = &#krate::RecordShape::of_value(
                    #shown,
                    #doc,
                    <Self as #krate::Document>::ROOT,
                    &[#krate::FieldShape::new(
                        "",
                        <#ty as #krate::FromXml>::VALUE,
                        #krate::Presence::Required,
                        #doc,
                    )],
                );
            }

            #serialize
        }
    }
}

fn spec(krate: &Krate, place: &Place) -> TokenStream {
    let source = Ident::new(
        match place.source {
            Source::Attribute => "Attribute",
            Source::Text => "Text",
            Source::Element | Source::Rest => "Element",
        },
        Span::call_site(),
    );
    let parents = &place.parents;
    let names = place.names.iter().map(|(name, _)| name);
    quote! {
        #krate::__private_0_1::FieldSpec {
            source: #krate::__private_0_1::Source::#source,
            parents: &[#(#parents),*],
            names: &[#(#names),*],
        }
    }
}
