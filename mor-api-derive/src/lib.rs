#![doc = include_str!("../README.md")]

mod attr;
mod bound;
mod ctxt;
mod docs;
mod endpoint;
#[cfg(test)]
mod expansion;
mod fault;
mod from_xml;
mod krate;
mod lints;
mod param;
mod param_set;
mod skip;
mod suggest;
mod wire_enum;
mod written;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Implements `mor_api::Endpoint` for a struct, with `new` and setters. The keys are in the crate's documentation.
#[proc_macro_derive(Endpoint, attributes(mor, hash, nohash))]
pub fn derive_endpoint(input: TokenStream) -> TokenStream {
    endpoint::derive(&parse_macro_input!(input as DeriveInput)).into()
}

/// Implements `mor_api::ParamSet` for a struct of parameters that several functions share.
#[proc_macro_derive(ParamSet, attributes(mor, hash, nohash))]
pub fn derive_param_set(input: TokenStream) -> TokenStream {
    param_set::derive(&parse_macro_input!(input as DeriveInput)).into()
}

/// Implements `mor_api::FromXml` for a struct, and `mor_api::Document` if it has a `root`. The keys are in the crate's
/// documentation.
#[proc_macro_derive(FromXml, attributes(mor))]
pub fn derive_from_xml(input: TokenStream) -> TokenStream {
    from_xml::derive(&parse_macro_input!(input as DeriveInput)).into()
}

/// Implements `mor_api::Fault` for an enum of the error messages of a function.
#[proc_macro_derive(Fault, attributes(mor, fault))]
pub fn derive_fault(input: TokenStream) -> TokenStream {
    fault::derive(&parse_macro_input!(input as DeriveInput)).into()
}

/// Implements `mor_api::Param` and `mor_api::FromText` for an enum of words.
#[proc_macro_derive(WireEnum, attributes(mor))]
pub fn derive_wire_enum(input: TokenStream) -> TokenStream {
    wire_enum::derive(&parse_macro_input!(input as DeriveInput)).into()
}
