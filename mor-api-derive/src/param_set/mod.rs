//! `#[derive(ParamSet)]`: optional parameters that several functions share.

mod check;
mod expand;

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::attr;
use crate::ctxt::Ctxt;
use crate::krate::Krate;
use crate::lints;
use crate::param::{self, Builder, Field};

/// A set as it was read; not necessarily a right one.
struct Set<'a> {
    input: &'a DeriveInput,
    krate: Krate,
    fields: Vec<Field<'a>>,
}

pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let mut cx = Ctxt::new();
    let set = read(&mut cx, input);
    check::check(&mut cx, &set);
    let builder = Builder {
        input,
        krate: &set.krate,
        fields: &set.fields,
        sets: &[],
        skipped: &[],
        new: Some(&input.vis),
        empty: "A set of which nothing is sent.",
    };
    let builder = builder.expand();
    let code = match cx.finish() {
        Ok(()) => {
            let set = expand::expand(&set);
            quote!(#set #builder)
        }
        Err(errors) => {
            let stub = expand::stub(&set);
            quote!(#errors #stub #builder)
        }
    };
    lints::carry(input, code)
}

fn read<'a>(cx: &mut Ctxt, input: &'a DeriveInput) -> Set<'a> {
    let entries = attr::entries(cx, &input.attrs, "mor");
    let entries = attr::known(cx, entries, &["crate"]);
    let krate = Krate::read(cx, attr::find(&entries, "crate"));
    let named = param::named(cx, input, "ParamSet", "a set");
    let fields = named.into_iter().flat_map(|fields| &fields.named).map(|field| {
        let entries = attr::entries(cx, &field.attrs, "mor");
        let entries = attr::known(cx, entries, &["rename"]);
        Field::read(cx, field, &entries, |cx, field| param::unhashed(cx, field, check::UNHASHED))
    });
    Set { input, krate, fields: fields.collect() }
}
