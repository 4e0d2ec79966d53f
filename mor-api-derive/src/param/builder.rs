//! `new` with the required parameters, and a setter for every optional one and for the set.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Attribute, DeriveInput, Visibility};

use super::{Field, Flattened};
use crate::krate::Krate;
use crate::skip::Skipped;
use crate::{bound, written};

/// What the constructor and the setters are made of.
pub(crate) struct Builder<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) krate: &'a Krate,
    pub(crate) fields: &'a [Field<'a>],
    pub(crate) sets: &'a [Flattened<'a>],
    pub(crate) skipped: &'a [Skipped<'a>],
    /// Who may call `new`.
    pub(crate) new: Option<&'a Visibility>,
    /// What `new` makes if nothing is required.
    pub(crate) empty: &'static str,
}

impl Builder<'_> {
    /// Nothing for what is no struct with named fields.
    pub(crate) fn expand(&self) -> Option<TokenStream> {
        if !matches!(&self.input.data, syn::Data::Struct(data) if matches!(data.fields, syn::Fields::Named(_)))
        {
            return None;
        }
        let (name, new_visibility) = (&self.input.ident, self.new);
        let bounds = self.skipped.iter().filter_map(|field| field.bound(&self.input.generics));
        let generics = bound::with(self.input.generics.clone(), bounds);
        let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
        let (required, optional): (Vec<_>, Vec<_>) = self.fields.iter().partition(|field| field.required);
        let (needed, types): (Vec<_>, Vec<_>) =
            required.iter().map(|field| (field.ident, argument(field))).unzip();
        let given = required.iter().map(|field| given(field));
        let left_out = optional.iter().map(|field| field.ident);
        let empty_sets = self.sets.iter().map(Flattened::empty);
        // A setter `new` is a mistake, reported elsewhere; here it would only collide.
        let setters = optional.iter().filter(|field| field.ident != "new").map(|field| self.setter(field));
        let sets = self.sets.iter().filter(|set| set.ident != "new").map(|set| self.set_setter(set));
        let skipped = self.skipped.iter().map(Skipped::value);
        // What is not generic would be compiled in every crate that declares endpoints.
        let is_generic = required.iter().any(|field| !written::is_primitive(field.value));
        let inline = (!is_generic).then(|| quote!(#[inline]));
        let summary = if needed.is_empty() {
            self.empty.to_owned()
        } else {
            format!("A request with the required parameters: {}.", names(&required))
        };
        Some(quote! {
            #[allow(dead_code, clippy::new_without_default, clippy::too_many_arguments)]
            #[automatically_derived]
            impl #impl_generics #name #type_generics #where_clause {
                #[doc = #summary]
                #[must_use]
                #inline
                #new_visibility fn new(#(#needed: #types),*) -> Self {
                    Self {
                        #(#needed: #given,)*
                        #(#left_out: ::core::option::Option::None,)*
                        #(#empty_sets)*
                        #(#skipped)*
                    }
                }

                #(#setters)*
                #(#sets)*
            }
        })
    }

    fn setter(&self, field: &Field<'_>) -> TokenStream {
        let (krate, ident, visibility) = (self.krate, field.ident, &self.input.vis);
        let argument = argument(field);
        let docs = docs(field.attributes, &format!("Sets the parameter `{}`.", field.wire.0));
        let deprecated = field.attributes.iter().filter(|attribute| attribute.path().is_ident("deprecated"));
        let (inline, set) = if written::is_primitive(field.value) {
            (Some(quote!(#[inline])), quote!(self.#ident = ::core::option::Option::Some(#ident)))
        } else {
            (None, quote!(#krate::__private_0_1::set(&mut self.#ident, #ident)))
        };
        quote! {
            #docs
            #(#deprecated)*
            #[must_use]
            #inline
            #visibility fn #ident(mut self, #ident: #argument) -> Self {
                #set;
                self
            }
        }
    }

    fn set_setter(&self, set: &Flattened<'_>) -> TokenStream {
        let (ident, ty, visibility) = (set.ident, set.ty, &self.input.vis);
        let docs = docs(set.attributes, "Sets the parameters of a set.");
        quote! {
            #docs
            #[must_use]
            #[inline]
            #visibility fn #ident(mut self, #ident: #ty) -> Self {
                self.#ident = #ident;
                self
            }
        }
    }
}

/// What a function takes for a field. A bound that an argument does not meet is shown at the field's type.
fn argument(field: &Field<'_>) -> TokenStream {
    let ty = field.value;
    if written::is_primitive(ty) {
        return quote!(#ty);
    }
    quote_spanned!(field.type_span()=> impl ::core::convert::Into<#ty>)
}

/// The value of a field, from the argument of its name.
fn given(field: &Field<'_>) -> TokenStream {
    let ident = field.ident;
    if written::is_primitive(field.value) {
        quote!(#ident)
    } else {
        quote!(::core::convert::Into::into(#ident))
    }
}

/// The documentation of the field, or else this text.
fn docs(attributes: &[Attribute], text: &str) -> TokenStream {
    let docs: Vec<&Attribute> = attributes.iter().filter(|a| a.path().is_ident("doc")).collect();
    if docs.is_empty() { quote!(#[doc = #text]) } else { quote!(#(#docs)*) }
}

fn names(fields: &[&Field<'_>]) -> String {
    fields.iter().map(|field| format!("`{}`", field.wire.0)).collect::<Vec<_>>().join(", ")
}
