//! `#[derive(WireEnum)]`: an enum as a set of words, for parameters and for values in answers.

mod check;
mod expand;
mod parse;
mod spelling;

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::ctxt::Ctxt;
use crate::lints;

pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let mut cx = Ctxt::new();
    let words = parse::words(&mut cx, input);
    check::words(&mut cx, &words);
    let code = match cx.finish() {
        Ok(()) => expand::words(&words),
        Err(errors) => {
            let stub = expand::stub(&words);
            quote!(#errors #stub)
        }
    };
    lints::carry(input, code)
}
