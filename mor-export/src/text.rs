//! The two formats that are text: a call is a line (or, in CSV, more of them if a value has line breaks).

use core::fmt;
use std::io::Write as _;

use mor_endpoints::call::Cdr;
use serde_json::Value as Json;

use crate::column::{COLUMNS, OTHER, Value, other};

/// How a call becomes bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lines {
    Csv,
    Json,
}

impl Lines {
    /// What stands before the first call.
    pub(crate) fn header(self, out: &mut Vec<u8>) {
        if self == Self::Csv {
            for column in COLUMNS {
                out.extend_from_slice(column.name.as_bytes());
                out.push(b',');
            }
            out.extend_from_slice(OTHER.as_bytes());
            out.push(b'\n');
        }
    }

    pub(crate) fn call(self, call: &Cdr, out: &mut Vec<u8>) {
        match self {
            Self::Csv => csv(call, out),
            Self::Json => json(call, out),
        }
    }
}

fn csv(call: &Cdr, out: &mut Vec<u8>) {
    for column in COLUMNS {
        match (column.value)(call) {
            Value::Empty => {}
            Value::Text(text) => field(text, out),
            Value::Time(time) => append(out, format_args!("{} {}", time.date(), time.time())),
            Value::Number(number) => append(out, format_args!("{number}")),
            Value::Money(money) => append(out, format_args!("{money}")),
        }
        out.push(b',');
    }
    if let Some(other) = other(call) {
        field(&other.to_string(), out);
    }
    out.push(b'\n');
}

/// Writes what has a text without making a string of it.
fn append(out: &mut Vec<u8>, text: fmt::Arguments<'_>) {
    // A vector takes everything.
    let _ = out.write_fmt(text);
}

/// Quoted where it must be, as in RFC 4180.
fn field(text: &str, out: &mut Vec<u8>) {
    let blank = text.trim().len() != text.len();
    if !blank && !text.contains([',', '"', '\n', '\r']) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    out.push(b'"');
    out.extend_from_slice(text.replace('"', "\"\"").as_bytes());
    out.push(b'"');
}

fn json(call: &Cdr, out: &mut Vec<u8>) {
    out.push(b'{');
    for column in COLUMNS {
        // Names of columns need no escapes.
        append(out, format_args!("\"{}\":", column.name));
        match (column.value)(call) {
            Value::Empty => out.extend_from_slice(b"null"),
            Value::Text(text) => string(text, out),
            Value::Time(time) => append(out, format_args!("\"{} {}\"", time.date(), time.time())),
            Value::Number(number) => append(out, format_args!("{number}")),
            // A number would be read as a float.
            Value::Money(money) => append(out, format_args!("\"{money}\"")),
        }
        out.push(b',');
    }
    let other = other(call).unwrap_or(Json::Null);
    append(out, format_args!("\"{OTHER}\":{other}}}\n"));
}

fn string(text: &str, out: &mut Vec<u8>) {
    // Strings can always be written to a vector.
    let _ = serde_json::to_writer(out, text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_where_they_must_be() {
        for (text, expected) in [
            ("plain", "plain"),
            ("a,b", "\"a,b\""),
            ("a\"b", "\"a\"\"b\""),
            (" a", "\" a\""),
            ("a\nb", "\"a\nb\""),
        ] {
            let mut out = Vec::new();
            field(text, &mut out);
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }
}
