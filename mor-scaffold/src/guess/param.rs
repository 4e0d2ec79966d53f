//! The type of a parameter, from its name and what is said about it.

use super::value::{Value, Words};
use super::words::possible_values;
use super::{ids, words::Word};
use crate::page::Param;
use crate::text::{has, has_any, has_word, split_at, words};

/// A type and what to look at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Guess {
    pub(crate) value: Value,
    pub(crate) warning: Option<String>,
}

/// The type of a parameter. An enum gets the wire name for a name.
pub(crate) fn param(function: &str, param: &Param) -> Guess {
    let words = possible_values(&param.text, &param.notes);
    let value = (!words.is_empty()).then(|| of_words(&param.name, words)).flatten();
    let value = value.unwrap_or_else(|| of_text(function, param));
    let warning = (value == Value::Text && has_any(&param.text, &["csv", "upload", "multipart"]))
        .then(|| format!("`{}` seems to be an uploaded file: it is declared as a text", param.name));
    Guess { value, warning }
}

fn of_words(name: &str, words: Vec<Word>) -> Option<Value> {
    let are =
        |all: &[&str]| words.iter().all(|word| all.iter().any(|one| word.text.eq_ignore_ascii_case(one)));
    if are(&["0", "1"]) {
        return Some(Value::Flag);
    }
    if are(&["true", "false"]) {
        return Some(Value::FlagWord);
    }
    (words.len() > 1).then(|| Value::Words(Words { name: name.to_owned(), words }))
}

fn of_text(function: &str, param: &Param) -> Value {
    let (name, text) = (param.name.as_str(), param.text.as_str());
    if is_secret(name) {
        return Value::Secret;
    }
    if let Some(time) = time(text) {
        return time;
    }
    if let Some(list) = list(name, text) {
        return list;
    }
    if let Some(id) = id(function, name, text) {
        return if has(text, "-1") { Value::Signed } else { id };
    }
    if is_money(name)
        || has_word(text, "decimal")
        || has_word(text, "percent")
        || has_word(text, "percentage")
    {
        return Value::Decimal;
    }
    if is_flag(text) {
        return Value::Flag;
    }
    if is_count(name, text) {
        return if has(text, "-1") || has(text, "negative") { Value::Signed } else { Value::Unsigned };
    }
    Value::Text
}

/// Whether values of this name must not be shown.
pub(super) fn is_secret(name: &str) -> bool {
    let parts: Vec<&str> = name.split('_').collect();
    let last = parts.last().copied().unwrap_or_default();
    ["password", "passwd", "psw", "pin", "secret"].iter().any(|word| parts.contains(word))
        && !["length", "id", "count", "from", "size"].contains(&last)
}

/// Whether values of this name are money or the like.
pub(super) fn is_money(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "amount", "balance", "cost", "credit", "discount", "fee", "gross", "margin", "percent", "price",
        "profit", "rate", "sum", "tax", "vat",
    ];
    const NOT: &[&str] = &[
        "by", "code", "count", "currency", "date", "id", "ids", "list", "name", "note", "number", "order",
        "pin", "status", "type", "calls", "card", "notes",
    ];
    let parts: Vec<&str> = name.split('_').collect();
    parts.iter().any(|part| WORDS.contains(part)) && !parts.iter().any(|part| NOT.contains(part))
}

fn time(text: &str) -> Option<Value> {
    let lower = text.to_ascii_lowercase();
    if has_any(&lower, &["unix", "timestamp", "seconds since"]) {
        return Some(Value::Timestamp);
    }
    let date = lower.contains("yyyy-mm-dd") || shape(text, "9999-99-99");
    let clock = lower.contains("hh:mm") || shape(text, "99:99:99");
    match (date, clock) {
        (true, true) => Some(Value::DateTime),
        (true, false) => Some(Value::Date),
        (false, true) => Some(Value::Time),
        (false, false) => None,
    }
}

/// Whether a text has a piece of this shape, in which `9` is any digit.
fn shape(text: &str, shape: &str) -> bool {
    let text = text.as_bytes();
    text.windows(shape.len()).any(|window| {
        window.iter().zip(shape.bytes()).all(|(byte, wanted)| match wanted {
            b'9' => byte.is_ascii_digit(),
            wanted => *byte == wanted,
        })
    })
}

/// Ids with commas between; with a word such as `all` among the values it is a text.
fn list(name: &str, text: &str) -> Option<Value> {
    let separated = has_any(text, &["comma", "separated by", "separated with", "list of"]);
    let of_ids = name.ends_with("_ids") || has_word(text, "ids") || (separated && has_word(text, "id"));
    let is_list = of_ids && (separated || name.ends_with("_ids"));
    (is_list && !has_word(text, "all")).then(|| {
        let thing = name.strip_suffix("_ids").or_else(|| name.strip_suffix("_id")).unwrap_or(name);
        let singular = thing.strip_suffix('s').unwrap_or(thing);
        let id = ids::named(thing).or_else(|| ids::named(singular)).or_else(|| ids::described(text));
        Value::List(Box::new(id.map_or(Value::Unsigned, Value::Id)))
    })
}

fn id(function: &str, name: &str, text: &str) -> Option<Value> {
    let thing = name.strip_suffix("_id");
    if let Some(thing) = thing {
        return Some(ids::ending(thing).map_or(Value::Unsigned, Value::Id));
    }
    let says_id = words(text).any(|word| matches!(word, "ID" | "Id" | "id"));
    let is_id = name == "id" || (says_id && !is_label(name));
    is_id.then(|| {
        let known = ids::described(text)
            .or_else(|| ids::named(name))
            .or_else(|| (name == "id").then(|| ids::of_function(function)).flatten());
        known.map_or(Value::Unsigned, Value::Id)
    })
}

/// Names whose text may speak of an id without being one.
fn is_label(name: &str) -> bool {
    has_any(
        name,
        &["name", "number", "unique", "caller", "cli", "phone", "order", "text", "type", "code", "email"],
    )
}

fn is_flag(text: &str) -> bool {
    has_any(text, &["set to 1", "1 to ", "1 if ", "set 1", "equals 1", "equal to 1"])
        && !words(text)
            .any(|word| word != "0" && word != "1" && word.bytes().all(|digit| digit.is_ascii_digit()))
}

fn is_count(name: &str, text: &str) -> bool {
    const WORDS: &[&str] =
        &["integer", "port", "seconds", "minutes", "quantity", "count", "offset", "limit", "timeout"];
    const LABELS: &[&str] = &["phone", "prefix", "code", "digits", "name", "text", "string", "extension"];
    let named = WORDS.iter().any(|word| name.split('_').any(|part| part == *word) || has_word(text, word));
    let counted = has_any(text, &["how many", "number of "]) && !has(text, "number of the");
    let default = split_at(text, "default").and_then(|(_, behind)| words(behind).next());
    let numeric = default.is_some_and(|word| word.bytes().all(|digit| digit.is_ascii_digit()));
    (named || counted || numeric || text.split_whitespace().any(is_range))
        && !LABELS.iter().any(|label| has_word(text, label))
}

/// `1-7`, `0..100`.
fn is_range(word: &str) -> bool {
    let word = word.trim_matches(['(', ')', '[', ']', ',', '.', ';']);
    let ends = word.split_once('-').or_else(|| word.split_once(".."));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    ends.is_some_and(|(first, last)| is_number(first) && is_number(last.trim_start_matches('.')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Listed;

    fn guess(name: &str, text: &str) -> String {
        let page = Param {
            name: name.to_owned(),
            text: text.to_owned(),
            listed: Listed::Plain,
            marked: false,
            notes: Vec::new(),
        };
        param("did_delete", &page).value.rust()
    }

    #[test]
    fn types_from_words() {
        for (name, text, expected) in [
            ("id", "Campaign ID in MOR database. Required.", "CampaignId"),
            ("id", "which one", "DidId"),
            ("note_id", "which note", "u64"),
            ("s_reseller", "Reseller type User ID. (Default: all).", "UserId"),
            ("tariff_id", "new tariff, -1 for none", "i64"),
            ("hidden", "1 - yes, 0 - no", "bool"),
            ("only_did", "set to 1 to get only DID calls", "bool"),
            ("block", "Possible values: true, false", "FlagWord"),
            ("order_by", "Possible values [time, src]", "order_by"),
            ("amount", "how much", "Decimal"),
            ("rate_id", "which", "RateId"),
            ("rate_type", "its type", "String"),
            ("period_start", "Unix timestamp", "Timestamp"),
            ("from", "Date in format YYYY-MM-DD", "Date"),
            ("till", "like 2020-01-02 03:04:05", "DateTime"),
            ("start_time", "HH:MM:SS", "Time"),
            ("pin", "digits", "Secret"),
            ("user_ids", "separated by commas", "Vec<UserId>"),
            ("ids", "comma separated note IDs", "Vec<u64>"),
            ("call_limit", "simultaneous calls", "u64"),
            ("offset", "rows to skip, default 0", "u64"),
            ("phone", "phone number of the user", "String"),
            ("comment", "what to say", "String"),
        ] {
            assert_eq!(guess(name, text), expected, "{name}: {text}");
        }
    }
}
