//! Other strings that a client may hash for a value.

use std::borrow::Cow;
use std::fmt::Write as _;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::recipe::Part;

/// Every form of these values that differs from what they are: in each, all values are in the same form.
pub(super) fn of_all<'p>(parts: &[Part<'p>]) -> Vec<Vec<Part<'p>>> {
    let variants: Vec<_> = parts.iter().map(|part| of(&part.bytes)).collect();
    let mut ways: Vec<Way> = variants.iter().flatten().map(|(way, _)| *way).collect();
    ways.sort_unstable();
    ways.dedup();
    let changed = |way: Way| {
        parts.iter().zip(&variants).map(move |(part, variants)| {
            match variants.iter().find(|(other, _)| *other == way) {
                Some((_, bytes)) => Part { bytes: Cow::Owned(bytes.clone()), how: way.1, ..part.clone() },
                None => part.clone(),
            }
        })
    };
    ways.into_iter().map(|way| changed(way).collect()).collect()
}

/// The place of a form in the search, and its description: what follows "is hashed".
type Way = (usize, &'static str);

/// What clients make of a value, without the value itself.
fn of(value: &[u8]) -> Vec<(Way, Vec<u8>)> {
    let Ok(value) = std::str::from_utf8(value) else { return Vec::new() };
    let forms = FORMS.iter().enumerate();
    forms
        .filter_map(|(place, (what, form))| Some(((place, *what), form(value)?)))
        .filter(|(_, bytes)| bytes != value.as_bytes() && !bytes.is_empty())
        .collect()
}

type Form = fn(&str) -> Option<Vec<u8>>;

const FORMS: [(&str, Form); 24] = [
    ("without the blanks around it", |value| Some(value.trim().into())),
    ("without the blanks around it", |value| Some(value.trim_start().into())),
    ("without the blanks around it", |value| Some(value.trim_end().into())),
    ("without leading zeros", |value| Some(value.trim_start_matches('0').into())),
    ("without trailing zeros", |value| {
        is_decimal(value).then(|| value.trim_end_matches('0').trim_end_matches('.').into())
    }),
    ("without its decimals", |value| {
        let (whole, _) = value.split_once('.').filter(|_| is_decimal(value))?;
        Some(whole.into())
    }),
    ("as a whole number", |value| Some(integer(value).into_bytes())),
    ("in lower case", |value| Some(value.to_lowercase().into_bytes())),
    ("in upper case", |value| Some(value.to_uppercase().into_bytes())),
    ("with a blank in place of +", |value| Some(value.replace('+', " ").into_bytes())),
    ("with + in place of a blank", |value| Some(value.replace(' ', "+").into_bytes())),
    ("percent-encoded", |value| Some(encoded(value).into_bytes())),
    ("percent-encoded", |value| Some(encoded(value).replace("%20", "+").into_bytes())),
    ("with a line break after it", |value| Some(format!("{value}\n").into_bytes())),
    ("with a line break after it", |value| Some(format!("{value}\r\n").into_bytes())),
    ("as a word", |value| {
        Some(match value {
            "1" => "true".into(),
            "0" => "false".into(),
            _ => return None,
        })
    }),
    ("as a digit", |value| {
        Some(match value {
            "true" => "1".into(),
            "false" => "0".into(),
            _ => return None,
        })
    }),
    ("as ISO-8859-1", |value| value.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect()),
    ("with ? in place of letters that ISO-8859-1 does not have", |value| {
        Some(value.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect())
    }),
    ("with ? in place of letters that are not ASCII", |value| {
        Some(value.chars().map(|c| if c.is_ascii() { c } else { '?' }).collect::<String>().into_bytes())
    }),
    ("with ? in place of bytes that are not ASCII", |value| {
        Some(value.bytes().map(|byte| if byte.is_ascii() { byte } else { b'?' }).collect())
    }),
    ("as UTF-8 encoded twice", |value| Some(value.bytes().map(char::from).collect::<String>().into_bytes())),
    ("in decomposed form (NFD)", |value| {
        Some(DecomposingNormalizerBorrowed::new_nfd().normalize(value).into_owned().into_bytes())
    }),
    ("in composed form (NFC)", |value| {
        Some(ComposingNormalizerBorrowed::new_nfc().normalize(value).into_owned().into_bytes())
    }),
];

fn is_decimal(value: &str) -> bool {
    value.contains('.') && value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'))
}

/// What Ruby's `to_i` and PHP's `(int)` make of a string: the digits at its start.
fn integer(value: &str) -> String {
    let value = value.trim();
    let (sign, digits) = value.strip_prefix('-').map_or(("", value), |digits| ("-", digits));
    let digits: String = digits.chars().take_while(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() { "0".to_owned() } else { format!("{sign}{digits}") }
}

fn encoded(value: &str) -> String {
    let mut text = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_form(value: &str, what: &str, expected: &[u8]) {
        let found =
            of(value.as_bytes()).into_iter().any(|((_, known), bytes)| known == what && bytes == expected);
        assert!(found, "{value:?} {what}");
    }

    #[test]
    fn every_form_is_made() {
        assert_form(" x ", "without the blanks around it", b"x");
        assert_form("007", "without leading zeros", b"7");
        assert_form("7x", "as a whole number", b"7");
        assert_form("12.50", "without trailing zeros", b"12.5");
        assert_form("12.50", "without its decimals", b"12");
        assert_form("Ab", "in lower case", b"ab");
        assert_form("Ab", "in upper case", b"AB");
        assert_form("+370", "with a blank in place of +", b" 370");
        assert_form("a b", "with + in place of a blank", b"a+b");
        assert_form("a b", "percent-encoded", b"a%20b");
        assert_form("a b/", "percent-encoded", b"a+b%2F");
        assert_form("a", "with a line break after it", b"a\n");
        assert_form("1", "as a word", b"true");
        assert_form("false", "as a digit", b"0");
        assert_form("Zoë", "as ISO-8859-1", b"Zo\xeb");
        assert_form("Zož", "with ? in place of letters that ISO-8859-1 does not have", b"Zo?");
        assert_form("Zoë", "with ? in place of letters that are not ASCII", b"Zo?");
        assert_form("Zoë", "with ? in place of bytes that are not ASCII", b"Zo??");
        assert_form("Zoë", "as UTF-8 encoded twice", "ZoÃ«".as_bytes());
        assert_form("Zoë", "in decomposed form (NFD)", "Zoe\u{308}".as_bytes());
        assert_form("Zoe\u{308}", "in composed form (NFC)", "Zoë".as_bytes());
    }

    #[test]
    fn a_form_that_changes_nothing_is_left_out() {
        let ways: Vec<&str> = of(b"admin").into_iter().map(|((_, what), _)| what).collect();
        assert_eq!(
            ways,
            [
                "as a whole number",
                "in upper case",
                "with a line break after it",
                "with a line break after it"
            ]
        );
        assert!(of(b"\xff").is_empty());
    }
}
