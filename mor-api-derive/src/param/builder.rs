//! `new` with the required parameters, and a setter for every optional one and for the set.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, DeriveInput, Visibility};

use super::{Field, Flattened};
use crate::krate::Krate;

/// What the constructor and the setters are made of.
pub(crate) struct Builder<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) krate: &'a Krate,
    pub(crate) fields: &'a [Field<'a>],
    pub(crate) sets: &'a [Flattened<'a>],
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
        let (impl_generics, type_generics, where_clause) = self.input.generics.split_for_impl();
        let (required, optional): (Vec<_>, Vec<_>) = self.fields.iter().partition(|field| field.required);
        let (needed, types): (Vec<_>, Vec<_>) =
            required.iter().map(|field| (field.ident, field.value)).unzip();
        let left_out = optional.iter().map(|field| field.ident);
        let empty_sets = self.sets.iter().map(Flattened::empty);
        // A setter `new` is a mistake, reported elsewhere; here it would only collide.
        let setters = optional.iter().filter(|field| field.ident != "new").map(|field| self.setter(field));
        let sets = self.sets.iter().filter(|set| set.ident != "new").map(|set| self.set_setter(set));
        // What is not generic would be compiled in every crate that declares endpoints.
        let inline = needed.is_empty().then(|| quote!(#[inline]));
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
                #new_visibility fn new(#(#needed: impl ::core::convert::Into<#types>),*) -> Self {
                    Self {
                        #(#needed: ::core::convert::Into::into(#needed),)*
                        #(#left_out: ::core::option::Option::None,)*
                        #(#empty_sets)*
                    }
                }

                #(#setters)*
                #(#sets)*
            }
        })
    }

    fn setter(&self, field: &Field<'_>) -> TokenStream {
        let (krate, ident, ty, visibility) = (self.krate, field.ident, field.value, &self.input.vis);
        let docs = docs(field.attributes, &format!("Sets the parameter `{}`.", field.wire.0));
        quote! {
            #docs
            #[must_use]
            #visibility fn #ident(mut self, #ident: impl ::core::convert::Into<#ty>) -> Self {
                #krate::__private::set(&mut self.#ident, #ident);
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

/// The documentation of the field, or else this text.
fn docs(attributes: &[Attribute], text: &str) -> TokenStream {
    let docs: Vec<&Attribute> = attributes.iter().filter(|a| a.path().is_ident("doc")).collect();
    if docs.is_empty() { quote!(#[doc = #text]) } else { quote!(#(#docs)*) }
}

fn names(fields: &[&Field<'_>]) -> String {
    fields.iter().map(|field| format!("`{}`", field.wire.0)).collect::<Vec<_>>().join(", ")
}
