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
use syn::{DeriveInput, FieldsNamed, Ident};

use self::container::Container;
use crate::attr;
use crate::ctxt::Ctxt;
use crate::param::{self, Builder, Field, Flattened};

/// A declaration as it was read; not necessarily a right one.
struct Declaration<'a> {
    input: &'a DeriveInput,
    container: Container,
    fields: Vec<Field<'a>>,
    /// The set that the struct ends in; more than one is a mistake.
    sets: Vec<Flattened<'a>>,
    /// The last of fields and sets.
    last: Option<&'a Ident>,
}

impl<'a> Declaration<'a> {
    fn set(&self) -> Option<&Flattened<'a>> {
        self.sets.first()
    }
}

pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let mut cx = Ctxt::new();
    let container = Container::read(&mut cx, input);
    let named = param::named(&mut cx, input, "Endpoint", "a function");
    let last = named.and_then(|fields| fields.named.last()).and_then(|field| field.ident.as_ref());
    let (fields, sets) = fields(&mut cx, named);
    let declaration = Declaration { input, container, fields, sets, last };
    check::check(&mut cx, &declaration);
    let builder = Builder {
        input,
        krate: &declaration.container.krate,
        fields: &declaration.fields,
        sets: &declaration.sets,
        new: (!declaration.container.private_new).then_some(&input.vis),
        empty: "A request without optional parameters.",
    };
    let builder = builder.expand();
    match (cx.finish(), expand::expand(&declaration)) {
        (Ok(()), Some(endpoint)) => {
            let self_check = self_check::expand(&declaration);
            quote!(#endpoint #builder #self_check)
        }
        (errors, _) => {
            let errors = errors.err();
            let stub = fallback::expand(&declaration);
            quote!(#errors #stub #builder)
        }
    }
}

/// The parameters, and the sets among them.
fn fields<'a>(cx: &mut Ctxt, named: Option<&'a FieldsNamed>) -> (Vec<Field<'a>>, Vec<Flattened<'a>>) {
    let (mut fields, mut sets) = (Vec::new(), Vec::new());
    for field in named.into_iter().flat_map(|fields| &fields.named) {
        let entries = attr::entries(cx, &field.attrs, "mor");
        let entries = attr::known(cx, entries, &["rename", "flatten"]);
        match Flattened::read(cx, field, &entries) {
            Some(set) => sets.push(set),
            None => fields.push(Field::read(cx, field, &entries, param::place)),
        }
    }
    (fields, sets)
}
