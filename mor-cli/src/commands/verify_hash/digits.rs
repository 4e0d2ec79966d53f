//! The hash to explain, or what was sent in its place.

use mor_api::Secret;

use super::keys::Key;
use super::request::Request;
use crate::config::Settings;
use crate::exit::{Failure, Result};

/// A hash, and what is odd about its digits.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) hash: [u8; 20],
    pub(super) differences: Vec<&'static str>,
}

/// What a text without 40 hexadecimal digits is.
pub(super) type Impostor = String;

/// Values that are too short to be recognised: any ID may be equal to them by chance.
const SHORTEST: usize = 6;

impl Digits {
    /// The digits of a hash, what was sent in their place, or the failure if that is unknown.
    pub(super) fn read(
        text: &str,
        request: &Request,
        keys: &[Key],
        settings: &Settings,
    ) -> Result<std::result::Result<Self, Impostor>> {
        if let Some(digits) = Self::parse(text) {
            return Ok(Ok(digits));
        }
        let password = settings.password()?;
        let impostor = known(text.trim(), request, keys, password.as_ref()).or_else(|| kind(text.trim()));
        impostor.map(Err).ok_or_else(|| {
            let length = text.trim().chars().count();
            let what = if length == 40 { "others".to_owned() } else { format!("{length} characters") };
            Failure::usage(format!(
                "--expect: a hash has 40 hexadecimal digits, and this has {what}: no server takes it"
            ))
        })
    }

    fn parse(text: &str) -> Option<Self> {
        let digits = text.trim();
        let mut hash = [0; 20];
        if digits.len() != 40 {
            return None;
        }
        for (place, byte) in hash.iter_mut().enumerate() {
            let pair = digits.get(place * 2..place * 2 + 2)?;
            // `from_str_radix` takes a sign.
            *byte = u8::from_str_radix(pair, 16).ok().filter(|_| !pair.starts_with('+'))?;
        }
        let mut differences = Vec::new();
        if digits.bytes().any(|digit| digit.is_ascii_uppercase()) {
            differences.push("the digits are upper case, the server compares lower case");
        }
        if digits != text {
            differences.push("there is white space around the digits");
        }
        Some(Self { hash, differences })
    }
}

/// A secret or a parameter, recognised by its value. The value is not repeated.
fn known(text: &str, request: &Request, keys: &[Key], password: Option<&Secret>) -> Option<Impostor> {
    if let Some(key) = keys.iter().find(|key| key.secret.expose() == text) {
        return Some(format!("this is {} itself; the key is hashed after the values, never sent", key.name));
    }
    if password.is_some_and(|password| password.expose() == text) {
        return Some("this is the password, not a hash".to_owned());
    }
    let (name, _) = request.given.iter().find(|(_, value)| value == text && value.len() >= SHORTEST)?;
    Some(format!("this is the value of `{name}`, not a hash"))
}

/// Something else that is known by its form.
fn kind(text: &str) -> Option<Impostor> {
    let is_hexadecimal = text.bytes().all(|digit| digit.is_ascii_hexdigit());
    let expected = "a hash has 40 hexadecimal digits";
    match text.len() {
        0 => Some(format!("the hash is empty; {expected}")),
        32 if is_hexadecimal => {
            Some(format!("this has 32 digits, as many as an MD5; {expected}, those of a SHA-1"))
        }
        64 if is_hexadecimal => {
            Some(format!("this has 64 digits, as many as a SHA-256; {expected}, those of a SHA-1"))
        }
        8..=16 if is_uniquehash(text) => Some(format!("this looks like a uniquehash; {expected}")),
        _ => None,
    }
}

/// A uniquehash is ten letters and digits, such as `abc123def4`.
fn is_uniquehash(text: &str) -> bool {
    let is_alphanumeric = text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let (digits, letters) = text.bytes().partition::<Vec<u8>, _>(u8::is_ascii_digit);
    is_alphanumeric && !digits.is_empty() && !letters.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_case_of_the_digits_and_white_space_are_noted() {
        let differences = |text: &str| Digits::parse(text).map(|digits| digits.differences);
        let (lower, upper) = ("0a".repeat(20), "0A".repeat(20));
        assert_eq!(differences(&lower), Some(vec![]));
        assert_eq!(
            differences(&upper),
            Some(vec!["the digits are upper case, the server compares lower case"])
        );
        assert_eq!(differences(&format!("{lower}\n")), Some(vec!["there is white space around the digits"]));
        for text in ["", "0a", &"0g".repeat(20), &"+1".repeat(20), &"ž".repeat(20)] {
            assert_eq!(differences(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_hash_is_recognised_by_its_form() {
        assert!(kind("abc123def4").unwrap().starts_with("this looks like a uniquehash"));
        assert!(kind(&"0a".repeat(16)).unwrap().contains("MD5"));
        assert!(kind(&"0a".repeat(32)).unwrap().contains("SHA-256"));
        assert!(kind("").unwrap().contains("empty"));
        for text in ["abc", "abcdefghij", "1234567890", "abc-123-de", &"0a".repeat(19)] {
            assert_eq!(kind(text), None, "{text}");
        }
    }
}
