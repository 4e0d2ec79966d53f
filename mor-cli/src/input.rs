//! Parameters from a file: a JSON object, or a line `name=value` for each of them.

use std::fmt;

use mor_api::{Kind, Secret, Spec};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::exit::{Failure, Result};
use crate::params::pair;

/// What Windows editors put before a text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A text without the byte order mark that is not a part of it.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

/// Reads parameters. JSON values are compared with the kinds of the parameters, as far as there is a `spec`.
pub(crate) fn parse(text: &str, spec: Option<&Spec>) -> Result<Vec<(String, String)>> {
    let text = without_mark(text);
    if !text.trim_start().starts_with('{') {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        return lines.map(pair).collect();
    }
    let Members(members) = serde_json::from_str(text)
        .map_err(|error| Failure::usage(format!("--input: it is not a JSON object: {error}")))?;
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (index, (name, written)) in members.iter().enumerate() {
        let value: Value = serde_json::from_str(written.get())
            .map_err(|error| Failure::usage(format!("--input: `{name}`: {error}")))?;
        if members.iter().take(index).any(|(other, _)| other == name) {
            return Err(Failure::usage(format!("--input: `{name}` is given twice")));
        }
        if value.is_null() {
            continue;
        }
        let kind = spec.and_then(|spec| spec.param(name)).map(|param| param.kind);
        let text = to_text(&value, written.get(), kind).map_err(|expected| {
            let secret = kind == Some(Kind::Secret) || Secret::is_secret_name(name);
            let found = found(&value, written.get(), secret);
            Failure::usage(format!("--input: `{name}`: expected {expected}, found {found}"))
        })?;
        pairs.push((name.clone(), text));
    }
    Ok(pairs)
}

/// The members of an object in their order, also those whose names are not unique, and their values as written.
struct Members(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Object)
    }
}

/// The text of a JSON value, or what is expected instead.
fn to_text(value: &Value, written: &str, kind: Option<Kind>) -> std::result::Result<String, String> {
    let expected = || kind.map_or_else(|| "a string or a number".to_owned(), |kind| kind.form().to_owned());
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Bool(flag) => match kind {
            Some(Kind::Flag) => Ok(if *flag { "1" } else { "0" }.to_owned()),
            Some(Kind::FlagWord) => Ok(flag.to_string()),
            Some(Kind::Choice(words)) if words.contains(&flag.to_string().as_str()) => Ok(flag.to_string()),
            _ => Err(expected()),
        },
        // A number is sent digit by digit as it was written: JSON readers would round it.
        Value::Number(_) if takes_numbers(kind) && written.contains(['e', 'E']) => {
            Err("a number without an exponent".to_owned())
        }
        Value::Number(_) if takes_numbers(kind) => Ok(written.to_owned()),
        _ => Err(expected()),
    }
}

fn takes_numbers(kind: Option<Kind>) -> bool {
    !matches!(
        kind,
        Some(
            Kind::FlagWord
                | Kind::DateTime
                | Kind::Date
                | Kind::Time
                | Kind::Email
                | Kind::Ip
                | Kind::File
                | Kind::Xml
        )
    )
}

fn found(value: &Value, written: &str, secret: bool) -> String {
    match value {
        Value::Array(_) => "a JSON array".to_owned(),
        Value::Object(_) => "a JSON object".to_owned(),
        Value::Number(_) if secret => "a JSON number".to_owned(),
        _ => format!("the JSON value `{written}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> std::result::Result<Vec<(String, String)>, String> {
        let spec = mor_endpoints::find("user_balance_update").unwrap().spec();
        parse(text, Some(spec)).map_err(|failure| failure.message)
    }

    fn expected(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn input_is_json_or_lines_with_or_without_a_byte_order_mark() {
        let two = expected(&[("user_id", "2"), ("name", "a=b")]);
        for text in [
            "{\"user_id\": 2, \"name\": \"a=b\", \"none\": null}",
            "\u{feff}{\"user_id\": 2, \"name\": \"a=b\"}",
            "# a comment\nuser_id=2\n\nname=a=b\n",
            "\u{feff}user_id=2\r\nname=a=b\r\n",
        ] {
            assert_eq!(pairs(text).unwrap(), two, "{text:?}");
        }
        assert!(pairs("{").unwrap_err().starts_with("--input: it is not a JSON object: EOF"));
        assert!(pairs("id").unwrap_err().contains("`id`"));
    }

    #[test]
    fn a_name_that_is_given_twice_is_refused() {
        for text in
            ["{\"balance\": 1, \"balance\": 2}", "{\"balance\": null, \"user_id\": 1, \"balance\": 2}"]
        {
            assert_eq!(pairs(text).unwrap_err(), "--input: `balance` is given twice");
        }
    }

    #[test]
    fn json_values_of_another_type_than_the_parameter_are_refused() {
        for (text, problem) in [
            (
                "{\"user_id\": true}",
                "--input: `user_id`: expected a whole number without leading zeros, found the JSON value `true`",
            ),
            (
                "{\"user_id\": [2]}",
                "--input: `user_id`: expected a whole number without leading zeros, found a JSON array",
            ),
            (
                "{\"balance\": {}}",
                "--input: `balance`: expected a decimal number (12.50), found a JSON object",
            ),
            (
                "{\"other\": false}",
                "--input: `other`: expected a string or a number, found the JSON value `false`",
            ),
        ] {
            assert_eq!(pairs(text).unwrap_err(), problem);
        }
    }

    #[test]
    fn booleans_are_written_as_the_parameter_takes_them() {
        let text = |value: Value, kind| to_text(&value, &value.to_string(), Some(kind));
        assert_eq!(text(Value::Bool(true), Kind::Flag), Ok("1".to_owned()));
        assert_eq!(text(Value::Bool(false), Kind::FlagWord), Ok("false".to_owned()));
        assert_eq!(text(Value::Bool(true), Kind::Choice(&["true", "false"])), Ok("true".to_owned()));
        assert_eq!(text(Value::Bool(true), Kind::Choice(&["yes"])), Err("one of its words".to_owned()));
        assert_eq!(text(Value::Bool(true), Kind::Text), Err("a text".to_owned()));
        assert_eq!(text(1.into(), Kind::Date), Err("YYYY-MM-DD".to_owned()));
    }

    #[test]
    fn numbers_are_sent_as_they_are_written() {
        for number in [
            "18446744073709551615",
            "-12.125",
            "100.00000000000000000004",
            "0.30000000000000000000001",
            "9007199254740993.0",
            "0.00000001",
            "-0",
            "123456789012345678901",
        ] {
            let read = pairs(&format!("{{\"balance\": {number}}}"));
            assert_eq!(read.unwrap(), expected(&[("balance", number)]));
        }
        for number in ["1e30", "1E-7"] {
            let failure = pairs(&format!("{{\"balance\": {number}}}")).unwrap_err();
            let problem = format!("expected a number without an exponent, found the JSON value `{number}`");
            assert_eq!(failure, format!("--input: `balance`: {problem}"));
        }
    }
}
