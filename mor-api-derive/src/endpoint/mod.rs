//! `#[derive(Endpoint)]`: a struct's fields and attributes become a function's hash, encoding, answer and
//! description.
//!
//! The stages: [`container`] and [`crate::param`] read the attributes, [`check`] looks at what they say together,
//! [`expand`] and [`crate::param::Builder`] write the code. Mistakes of all stages are reported in one build, followed by
//! [`fallback`] so that nothing but the mistakes is reported.

mod check;
mod container;
mod expand;
mod fallback;
mod self_check;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Field, Ident};

use self::container::Container;
use crate::attr;
use crate::ctxt::Ctxt;
use crate::lints;
use crate::param::{self, Builder, Flattened};
use crate::skip::Skipped;

/// A declaration as it was read; not necessarily a right one.
struct Declaration<'a> {
    input: &'a DeriveInput,
    container: Container,
    fields: Vec<param::Field<'a>>,
    /// The set that the struct ends in; more than one is a mistake.
    sets: Vec<Flattened<'a>>,
    skipped: Vec<Skipped<'a>>,
    /// The last of fields and sets.
    last: Option<&'a Ident>,
}

impl<'a> Declaration<'a> {
    fn set(&self) -> Option<&Flattened<'a>> {
        self.sets.first()
    }

    /// Reads a field: a parameter, a set of them, or neither.
    fn read(&mut self, cx: &mut Ctxt, field: &'a Field) {
        let entries = attr::entries(cx, &field.attrs, "mor");
        let entries = attr::known(cx, entries, &["rename", "flatten", "skip"]);
        if let Some(skipped) = Skipped::read(cx, field, &entries, "it is not a parameter") {
            param::unhashed(cx, field, "the field is skipped, so it is not a parameter");
            self.skipped.push(skipped);
            return;
        }
        self.last = field.ident.as_ref();
        match Flattened::read(cx, field, &entries) {
            Some(set) => self.sets.push(set),
            None => self.fields.push(param::Field::read(cx, field, &entries, param::place)),
        }
    }
}

pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let mut cx = Ctxt::new();
    let container = Container::read(&mut cx, input);
    let named = param::named(&mut cx, input, "Endpoint", "a function");
    let mut declaration = Declaration {
        input,
        container,
        fields: Vec::new(),
        sets: Vec::new(),
        skipped: Vec::new(),
        last: None,
    };
    for field in named.into_iter().flat_map(|fields| &fields.named) {
        declaration.read(&mut cx, field);
    }
    check::check(&mut cx, &declaration);
    let builder = Builder {
        input,
        krate: &declaration.container.krate,
        fields: &declaration.fields,
        sets: &declaration.sets,
        skipped: &declaration.skipped,
        new: (!declaration.container.private_new).then_some(&input.vis),
        empty: "A request without optional parameters.",
    };
    let builder = builder.expand();
    let code = match (cx.finish(), expand::expand(&declaration)) {
        (Ok(()), Some(endpoint)) => {
            let self_check = self_check::expand(&declaration);
            quote!(#endpoint #builder #self_check)
        }
        (errors, _) => {
            let errors = errors.err();
            let stub = fallback::expand(&declaration);
            quote!(#errors #stub #builder)
        }
    };
    lints::carry(input, code)
}
