//! Parameters as fields of a struct: what endpoints and sets of parameters have in common.
//!
//! [`field`] and [`place`] read them, [`flatten`] the set that an endpoint ends in, [`check`] looks at what they
//! say together, [`values`] and [`builder`] write the code.

mod builder;
mod check;
mod field;
mod flatten;
mod place;
mod values;

use syn::{Data, DeriveInput, Fields, FieldsNamed};

pub(crate) use self::builder::Builder;
pub(crate) use self::check::check;
pub(crate) use self::field::Field;
pub(crate) use self::flatten::Flattened;
pub(crate) use self::place::{Place, Shared, place, unhashed};
pub(crate) use self::values::{from_texts, specs, value};
use crate::ctxt::Ctxt;

/// The fields of the struct that `derive` stands on, which is `what`: a function, a set.
pub(crate) fn named<'a>(
    cx: &mut Ctxt,
    input: &'a DeriveInput,
    derive: &str,
    what: &str,
) -> Option<&'a FieldsNamed> {
    let shape = format!("{what} is a struct whose fields are its parameters");
    let (wrong, suggestion) = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => return Some(fields),
            Fields::Unnamed(_) => {
                ("a tuple struct", "give its fields names: a field's name is its wire name".to_owned())
            }
            Fields::Unit => {
                ("a unit struct", format!("write `{{}}` instead of `;` for {what} without parameters"))
            }
        },
        Data::Enum(_) => ("an enum", shape),
        Data::Union(_) => ("a union", shape),
    };
    cx.error(&input.ident, format!("`{derive}` cannot be derived for {wrong}: {suggestion}"));
    None
}
