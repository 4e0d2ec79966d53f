//! What clients hash in place of a value.

use std::borrow::Cow;

use form_urlencoded::byte_serialize;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::{
    Deviation,
    form::{is_digits, without_zeros},
};

type Rewrite = fn(&str) -> Option<Vec<u8>>;

/// Every form; a form returns nothing for a value to which it does not apply.
pub(super) const FORMS: [(Deviation, Rewrite); 22] = [
    (Deviation::Trimmed, |value| Some(value.trim().into())),
    (Deviation::WithoutZeros, |value| {
        (!value.is_empty() && is_digits(value)).then(|| without_zeros(value).into())
    }),
    (Deviation::WithoutDecimals, |value| {
        number(value).then(|| value.trim_end_matches('0').trim_end_matches('.').into())
    }),
    (Deviation::WithoutDecimals, |value| {
        let (whole, _) = value.split_once('.').filter(|_| number(value))?;
        Some(whole.into())
    }),
    (Deviation::PlusForBlank, |value| Some(value.replace(' ', "+").into_bytes())),
    (Deviation::BlankForPlus, |value| Some(value.replace('+', " ").into_bytes())),
    (Deviation::PercentEncoded, |value| Some(encoded(value).into_bytes())),
    (Deviation::PercentEncoded, |value| Some(encoded(value).replace('+', "%20").into_bytes())),
    (Deviation::LowerCaseValues, |value| Some(value.to_lowercase().into_bytes())),
    (Deviation::UpperCaseValues, |value| Some(value.to_uppercase().into_bytes())),
    (Deviation::OtherFlags, |value| Some(flag(value)?.into())),
    (Deviation::LineBreakAfterValues, |value| Some(format!("{value}\n").into_bytes())),
    (Deviation::LineBreakAfterValues, |value| Some(format!("{value}\r\n").into_bytes())),
    (Deviation::Latin1, |value| value.chars().map(|c| u8::try_from(c).ok()).collect()),
    (Deviation::QuestionMarks, |value| {
        Some(value.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect())
    }),
    (Deviation::QuestionMarks, |value| Some(value.chars().map(|c| ascii(c).unwrap_or(b'?')).collect())),
    (Deviation::QuestionMarks, |value| {
        Some(value.bytes().map(|byte| if byte.is_ascii() { byte } else { b'?' }).collect())
    }),
    (Deviation::TwiceUtf8, |value| Some(value.bytes().map(char::from).collect::<String>().into_bytes())),
    (Deviation::Decomposed, |value| Some(normal(DecomposingNormalizerBorrowed::new_nfd().normalize(value)))),
    (Deviation::Composed, |value| Some(normal(ComposingNormalizerBorrowed::new_nfc().normalize(value)))),
    (Deviation::Trimmed, |value| Some(value.trim_start().into())),
    (Deviation::Trimmed, |value| Some(value.trim_end().into())),
];

/// A value that was sent in ISO-8859-1, as UTF-8.
pub(super) fn from_latin1(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().map(|byte| char::from(*byte)).collect::<String>().into_bytes()
}

fn number(value: &str) -> bool {
    value.contains('.') && value.bytes().all(|byte| byte.is_ascii_digit() || b".-".contains(&byte))
}

fn encoded(value: &str) -> String {
    byte_serialize(value.as_bytes()).collect()
}

fn flag(value: &str) -> Option<&'static str> {
    match value {
        "1" => Some("true"),
        "0" => Some("false"),
        "true" => Some("1"),
        "false" => Some("0"),
        _ => None,
    }
}

fn ascii(c: char) -> Option<u8> {
    u8::try_from(c).ok().filter(u8::is_ascii)
}

fn normal(value: Cow<'_, str>) -> Vec<u8> {
    value.into_owned().into_bytes()
}
