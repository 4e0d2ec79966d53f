//! Secrets of answers: masked, unless `--show-secrets` asks for them.

use std::cell::Cell;

use mor_api::{Exposed, Partial, RecordShape, Secret};
use mor_endpoints::{AnyResponse, Function};
use serde::Serialize;
use serde_json::Value;

use crate::cli::Globals;
use crate::message;

/// Makes JSON of answers. The first time it masks something, a note says how to see it.
pub(crate) struct Secrets {
    shown: bool,
    /// Whether the note was given, or is not wanted.
    noted: Cell<bool>,
}

impl Secrets {
    pub(crate) fn new(globals: &Globals) -> Self {
        Self { shown: globals.show_secrets, noted: Cell::new(globals.quiet) }
    }

    /// Gives the note beforehand if the function's response can hold secrets: a call that sells cards cannot be repeated
    /// to see their PINs.
    pub(crate) fn announce(&self, function: &Function) {
        if self.shown || self.noted.get() {
            return;
        }
        if holds_secrets(function.spec().response, &mut Vec::new()) {
            self.noted.set(true);
            message::note("the answer can hold secrets, which are masked as ***; --show-secrets prints them");
        }
    }

    /// A response.
    pub(crate) fn json(&self, response: &AnyResponse) -> Value {
        self.value(response)
    }

    /// The answer to a function that is not declared: texts are secret by the names of their elements.
    pub(crate) fn undeclared(&self, mut value: Value) -> Value {
        if !self.shown {
            mask_by_name("", &mut value);
        }
        self.masked(value)
    }

    /// A row of a response. Whoever writes it calls [`note`](Self::note).
    pub(crate) fn row<'r, R: Serialize>(&self, row: &'r R) -> Shown<'r, R> {
        if self.shown { Shown::Clear(Exposed(row)) } else { Shown::Masked(row) }
    }

    /// The values of an answer that is success and refusal at once.
    pub(crate) fn partial_json(&self, partial: &Partial) -> Value {
        self.value(&partial.values)
    }

    fn value<T: Serialize>(&self, value: &T) -> Value {
        // Keys are strings and numbers are finite: nothing in a response can fail to be JSON.
        self.masked(serde_json::to_value(self.row(value)).unwrap_or_default())
    }

    /// Notes how to see secrets, the first time that one is masked.
    pub(crate) fn note(&self, is_masked: bool) {
        if is_masked && !self.shown && !self.noted.replace(true) {
            message::note("secrets are masked as ***; --show-secrets prints them");
        }
    }

    fn masked(&self, value: Value) -> Value {
        self.note(!self.noted.get() && has_mask(&value));
        value
    }
}

/// A value, its secrets masked or in clear.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Shown<'v, T> {
    Masked(&'v T),
    Clear(Exposed<'v, T>),
}

fn mask_by_name(name: &str, value: &mut Value) {
    match value {
        Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| mask_by_name(name, value)),
        Value::Array(items) => items.iter_mut().for_each(|item| mask_by_name(name, item)),
        Value::String(text) if !text.is_empty() && Secret::is_secret_name(name.trim_start_matches('@')) => {
            Secret::MASK.clone_into(text);
        }
        _ => {}
    }
}

/// Whether a record has a secret field, itself or in its records; `seen` are those that were looked at.
fn holds_secrets(record: &'static RecordShape, seen: &mut Vec<&'static str>) -> bool {
    if seen.contains(&record.name()) {
        return false;
    }
    seen.push(record.name());
    record.fields().any(|field| {
        field.is_secret() || field.value().record().is_some_and(|inner| holds_secrets(inner, seen))
    })
}

pub(crate) fn has_mask(value: &Value) -> bool {
    match value {
        Value::String(text) => text == Secret::MASK,
        Value::Array(items) => items.iter().any(has_mask),
        Value::Object(fields) => fields.values().any(has_mask),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
