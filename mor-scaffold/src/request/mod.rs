//! The request's struct: its fields, their places in the hash, and how caller and password travel.

mod docs;

use crate::guess::{self, Value};
use crate::names;
use crate::page::{Page, Param};
use crate::recipe::{NEVER_FIELDS, Recipe};

/// The declaration of a request.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) caller: Travel,
    pub(crate) password: Travel,
    pub(crate) fields: Vec<Field>,
}

/// How `u` or `p` travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Travel {
    None,
    Sent,
    Hashed(usize),
}

/// A parameter.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) wire: String,
    /// Its place in the hash, from 1.
    pub(crate) place: Option<usize>,
    pub(crate) value: Value,
    pub(crate) required: bool,
    pub(crate) doc: String,
}

/// Declares the request of a page.
pub(crate) fn declare(
    page: &Page,
    recipe: &Recipe,
    types: &mut names::TypeNames,
    warnings: &mut Vec<String>,
) -> Request {
    let place = |name: &str| recipe.names.iter().position(|other| other == name).map(|at| at + 1);
    let password = page.params.iter().find(|param| param.name == "p" && param.required());
    let mut fields: Vec<Field> = Vec::new();
    for param in page.params.iter().filter(|param| is_field(param, password.is_some())) {
        let field = field(page, param, place(&param.name), &fields, types, warnings);
        fields.push(field);
    }
    fields.sort_by_key(|field| field.place.unwrap_or(usize::MAX));
    for field in &mut fields {
        fit_example(field, recipe, warnings);
    }
    let travel = |is_there: bool, name: &str| match place(name) {
        _ if !is_there => Travel::None,
        Some(place) => Travel::Hashed(place),
        None => Travel::Sent,
    };
    let caller = travel(names_caller(page), "u");
    if caller == Travel::None {
        warnings.push("the page does not say that `u` is sent: it is declared without a caller".to_owned());
    }
    Request { caller, password: travel(password.is_some(), "p"), fields }
}

fn is_field(param: &Param, password_travels: bool) -> bool {
    let name = param.name.as_str();
    name != "u" && !(name == "p" && password_travels) && !NEVER_FIELDS.contains(&name)
}

/// Whether the page knows `u` at all.
fn names_caller(page: &Page) -> bool {
    page.params.iter().any(|param| param.name == "u")
        || page.examples.iter().any(|example| example.value("u").is_some())
}

fn field(
    page: &Page,
    param: &Param,
    place: Option<usize>,
    fields: &[Field],
    types: &mut names::TypeNames,
    warnings: &mut Vec<String>,
) -> Field {
    let guess = guess::param(&page.names.function, param);
    warnings.extend(guess.warning);
    let value = if param.name == "p" { Value::Secret } else { guess.value };
    let doc = docs::of(param, &value);
    let value = match value {
        Value::Words(mut words) => {
            let wire = words.name.strip_prefix("s_").unwrap_or(&words.name).to_owned();
            words.name = types.take(&wire, "Choice");
            Value::Words(words)
        }
        value => value,
    };
    let plain = names::field(&param.name);
    let is_free = |name: &String| !fields.iter().any(|field| field.name == *name);
    let numbered = (2..).map(|number| format!("{}_{number}", names::wire_of(&plain)));
    let name = core::iter::once(plain.clone()).chain(numbered).find(is_free).unwrap_or(plain.clone());
    Field { name, wire: param.name.clone(), place, value, required: param.required(), doc }
}

/// A hash that was reproduced from the example proves that its texts were sent.
fn fit_example(field: &mut Field, recipe: &Recipe, warnings: &mut Vec<String>) {
    let Some(proof) = &recipe.proof else { return };
    match proof.example.value(&field.wire) {
        Some(text) if !field.value.reads(text) => {
            warnings.push(format!(
                "`{}` looks like {}, but the example sends {text:?}: it is declared as a text",
                field.wire,
                field.value.rust(),
            ));
            field.value = Value::Text;
        }
        None if field.required => {
            warnings.push(format!("`{}` is called required, but the example does not send it", field.wire));
            field.required = false;
        }
        _ => {}
    }
}
