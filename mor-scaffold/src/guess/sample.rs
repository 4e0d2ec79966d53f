//! The type of an answer's value, from the texts the samples show.

use jiff::civil::{Date, DateTime, Time};
use mor_api::{FromText, Money, ServerTime};
use rust_decimal::Decimal;

use super::ids;
use super::param::{is_money, is_secret};
use super::value::Value;

/// The type that reads all of the texts without losing anything; blank ones say nothing.
pub(crate) fn of_texts<'t>(name: &str, texts: impl Iterator<Item = &'t str>) -> Value {
    let name = crate::names::field(name);
    if is_secret(&name) {
        return Value::Secret;
    }
    let types = texts.map(str::trim).filter(|text| !text.is_empty()).map(|text| of_text(&name, text));
    let value = types.reduce(both).unwrap_or(Value::Text);
    match value {
        Value::Unsigned if is_money(&name) => Value::Decimal,
        value => value,
    }
}

fn of_text(name: &str, text: &str) -> Value {
    if Date::from_text(text).is_some() || text == "0000-00-00" {
        Value::Date
    } else if DateTime::from_text(text).is_some() || text.starts_with("0000-00-00 ") {
        Value::DateTime
    } else if text.len() == "HH:MM:SS".len() && Time::from_text(text).is_some() {
        Value::Time
    } else if ServerTime::from_text(text).is_some() {
        Value::ServerTime
    } else if is_number(text) {
        number(name, text)
    } else if ["yes", "no", "true", "false"].iter().any(|word| text.eq_ignore_ascii_case(word)) {
        Value::Flag
    } else if text.contains('.') && Money::from_text(text).is_some() {
        Value::Money
    } else {
        Value::Text
    }
}

/// Digits with a sign or a fraction.
fn is_number(text: &str) -> bool {
    Decimal::from_text(text).is_some() && !text.starts_with(['+', '.']) && !text.contains(['e', 'E'])
}

fn number(name: &str, text: &str) -> Value {
    if text.contains('.') {
        return Value::Decimal;
    }
    let digits = text.trim_start_matches('-');
    let kept = digits == "0" || !digits.starts_with('0');
    if !kept || digits.len() > 15 || is_label(name) {
        return Value::Text;
    }
    let thing = if name == "id" { None } else { name.strip_suffix("_id").and_then(ids::ending) };
    match thing {
        Some(id) if text == "-1" || !text.starts_with('-') => Value::Id(id),
        _ if text.starts_with('-') => Value::Signed,
        _ => Value::Unsigned,
    }
}

/// Names of numbers that nobody counts with.
fn is_label(name: &str) -> bool {
    const LABELS: &[&str] = &[
        "ani",
        "callerid",
        "cli",
        "clid",
        "code",
        "did",
        "dst",
        "extension",
        "fax",
        "mobile",
        "number",
        "phone",
        "prefix",
        "src",
        "uniqueid",
        "username",
        "version",
        "zip",
    ];
    name.split('_').any(|part| LABELS.contains(&part))
}

/// What reads the texts of both.
fn both(a: Value, b: Value) -> Value {
    use Value::{Decimal, Money, Signed, Unsigned};
    match (a, b) {
        (a, b) if a == b => a,
        (Unsigned, Signed) | (Signed, Unsigned) => Signed,
        (Decimal, Unsigned | Signed) | (Unsigned | Signed, Decimal) => Decimal,
        (Money, Decimal | Unsigned | Signed) | (Decimal | Unsigned | Signed, Money) => Money,
        (Value::DateTime, Value::ServerTime) | (Value::ServerTime, Value::DateTime) => Value::ServerTime,
        _ => Value::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(name: &str, texts: &[&str]) -> String {
        of_texts(name, texts.iter().copied()).rust()
    }

    #[test]
    fn types_from_samples() {
        for (name, texts, expected) in [
            ("id", &["5", "6"][..], "u64"),
            ("user_id", &["5", ""], "UserId"),
            ("lcr_id", &["-1", "5"], "LcrId"),
            ("credit", &["-1"], "i64"),
            ("balance", &["26", "1.50"], "Decimal"),
            ("price", &["3"], "Decimal"),
            ("total", &["1.5 USD", "2.0"], "Money"),
            ("number", &["37060000001"], "String"),
            ("pool", &["007"], "String"),
            ("created_at", &["2020-01-02 03:04:05"], "DateTime"),
            ("created_at", &["2020-01-02 03:04:05 UTC"], "ServerTime"),
            ("day", &["2020-01-02"], "Date"),
            ("start", &["08:00:00"], "Time"),
            ("blocked", &["yes", "no"], "bool"),
            ("hidden", &["0", "1"], "u64"),
            ("password", &["12"], "Secret"),
            ("note", &["1", "one"], "String"),
            ("note", &[""], "String"),
        ] {
            assert_eq!(guess(name, texts), expected, "{name} {texts:?}");
        }
    }
}
