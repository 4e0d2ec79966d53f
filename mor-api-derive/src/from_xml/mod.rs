//! `#[derive(FromXml)]`: a struct as the record that an element of an answer decodes into.
//!
//! The derive writes a table of names and a tuple of slots; walking the element is the runtime's work.

mod check;
mod expand;
mod parse;
mod place;
mod serialize;
mod shape;
mod slots;
mod value;

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::ctxt::Ctxt;
use crate::lints;

pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let code = value::field(input).map_or_else(|| record(input), |field| value::derive(input, field));
    lints::carry(input, code)
}

fn record(input: &DeriveInput) -> TokenStream {
    let mut cx = Ctxt::new();
    let record = parse::record(&mut cx, input);
    check::record(&mut cx, &record);
    match cx.finish() {
        Ok(()) => expand::record(&record),
        Err(errors) => {
            let stub = expand::stub(&record);
            quote!(#errors #stub)
        }
    }
}
