//! `#[derive(Fault)]`: an enum as the refusals of a function, each with the wordings servers send.

mod check;
mod expand;
mod normal;
mod parse;

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::ctxt::Ctxt;
use crate::lints;

pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let mut cx = Ctxt::new();
    let fault = parse::fault(&mut cx, input);
    check::fault(&mut cx, &fault);
    let code = match cx.finish() {
        Ok(()) => expand::fault(&fault),
        Err(errors) => {
            let stub = expand::stub(&fault);
            quote!(#errors #stub)
        }
    };
    lints::carry(input, code)
}
