//! `#[derive(Endpoint)]`: a struct's fields and attributes become a function's hash, encoding, answer and
//! description.
//!
//! The stages: [`container`] and [`field`] read the attributes, [`check`] looks at what they say together,
//! [`expand`] and [`builder`] write the code. Mistakes of all stages are reported in one build, followed by
//! [`fallback`] so that nothing but the mistakes is reported.

mod builder;
mod check;
mod container;
mod expand;
mod fallback;
mod field;
mod self_check;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Fields};

use self::container::Container;
use self::field::Field;
use crate::ctxt::Ctxt;

/// A declaration as it was read; not necessarily a right one.
struct Declaration<'a> {
    input: &'a DeriveInput,
    container: Container,
    fields: Vec<Field<'a>>,
}

pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let mut cx = Ctxt::new();
    let container = Container::read(&mut cx, input);
    let fields = fields(&mut cx, input);
    let declaration = Declaration { input, container, fields };
    check::check(&mut cx, &declaration);
    let builder = builder::expand(&declaration);
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

fn fields<'a>(cx: &mut Ctxt, input: &'a DeriveInput) -> Vec<Field<'a>> {
    let (wrong, suggestion) = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => {
                return fields.named.iter().map(|field| Field::read(cx, field)).collect();
            }
            Fields::Unnamed(_) => {
                ("a tuple struct", "give its fields names: a field's name is its wire name")
            }
            Fields::Unit => ("a unit struct", "write `{}` instead of `;` for a function without parameters"),
        },
        Data::Enum(_) => ("an enum", "a function is a struct whose fields are its parameters"),
        Data::Union(_) => ("a union", "a function is a struct whose fields are its parameters"),
    };
    cx.error(&input.ident, format!("`Endpoint` cannot be derived for {wrong}: {suggestion}"));
    Vec::new()
}
