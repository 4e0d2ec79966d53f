#![doc = include_str!("../README.md")]

mod attr;
mod bound;
mod ctxt;
mod docs;
mod endpoint;
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

/// Makes a struct a function of the MOR API. See `mor_api::Endpoint` and the crate's documentation.
#[proc_macro_derive(Endpoint, attributes(mor, hash, nohash))]
pub fn derive_endpoint(input: TokenStream) -> TokenStream {
    endpoint::derive(&parse_macro_input!(input as DeriveInput)).into()
}

/// Makes a struct a set of parameters that several functions share. See `mor_api::ParamSet`.
#[proc_macro_derive(ParamSet, attributes(mor, hash, nohash))]
pub fn derive_param_set(input: TokenStream) -> TokenStream {
    param_set::derive(&parse_macro_input!(input as DeriveInput)).into()
}

/// Decodes a struct from an element of an answer. See `mor_api::FromXml`.
#[proc_macro_derive(FromXml, attributes(mor))]
pub fn derive_from_xml(input: TokenStream) -> TokenStream {
    from_xml::derive(&parse_macro_input!(input as DeriveInput)).into()
}

/// Makes an enum the refusals of a function. See `mor_api::Fault`.
#[proc_macro_derive(Fault, attributes(mor, fault))]
pub fn derive_fault(input: TokenStream) -> TokenStream {
    fault::derive(&parse_macro_input!(input as DeriveInput)).into()
}

/// Makes an enum a parameter and a value of answers, written as words. See `mor_api::Param` and
/// `mor_api::FromText`.
#[proc_macro_derive(WireEnum, attributes(mor))]
pub fn derive_wire_enum(input: TokenStream) -> TokenStream {
    wire_enum::derive(&parse_macro_input!(input as DeriveInput)).into()
}
