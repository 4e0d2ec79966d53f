//! Percent-decoding that loses nothing: bytes that are not UTF-8 are kept, and written `\xEB` where they are shown.

use std::fmt::Write as _;

/// A decoded value: a readable string, and the bytes it stands for if those are not UTF-8.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Text {
    pub(crate) shown: String,
    pub(crate) bytes: Option<Vec<u8>>,
}

impl Text {
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        match String::from_utf8(bytes) {
            Ok(shown) => Self { shown, bytes: None },
            Err(error) => {
                let bytes = error.into_bytes();
                Self { shown: escaped(&bytes), bytes: Some(bytes) }
            }
        }
    }
}

/// A name and a value of a query string or urlencoded body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) name: String,
    pub(crate) value: Text,
    /// Whether a blank of the value was sent as `+`.
    pub(crate) has_plus: bool,
}

/// The pairs of a query string or urlencoded body. Broken percent-encoding is taken literally, never refused.
pub(crate) fn pairs(encoded: &[u8]) -> Vec<Pair> {
    let pairs = encoded.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = match pair.iter().position(|byte| *byte == b'=') {
                Some(at) => (pair.get(..at).unwrap_or_default(), pair.get(at + 1..).unwrap_or_default()),
                None => (pair, &[][..]),
            };
            Pair {
                name: Text::new(percent_decoded(&blanks(name))).shown,
                value: Text::new(percent_decoded(&blanks(value))),
                has_plus: value.contains(&b'+'),
            }
        })
        .collect()
}

/// In a form, `+` is a blank.
fn blanks(encoded: &[u8]) -> Vec<u8> {
    encoded.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect()
}

/// A decoded path segment, in which `+` has no meaning of its own.
pub(crate) fn segment(encoded: &str) -> String {
    Text::new(percent_decoded(encoded.as_bytes())).shown
}

fn percent_decoded(encoded: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(encoded.len());
    let mut rest = encoded;
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind.split_first_chunk::<2>().filter(|_| *first == b'%');
        if let Some((byte, behind)) = digits.and_then(|(digits, behind)| Some((hex_byte(*digits)?, behind))) {
            decoded.push(byte);
            rest = behind;
        } else {
            decoded.push(*first);
            rest = behind;
        }
    }
    decoded
}

fn hex_byte(digits: [u8; 2]) -> Option<u8> {
    let [high, low] = digits.map(|digit| char::from(digit).to_digit(16));
    u8::try_from(high? * 16 + low?).ok()
}

/// `Zo` and the byte EB are shown as `Zo\xEB`.
pub(crate) fn escaped(bytes: &[u8]) -> String {
    let mut shown = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        shown.push_str(chunk.valid());
        for byte in chunk.invalid() {
            let _ = write!(shown, "\\x{byte:02X}");
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(encoded: &str) -> Vec<(String, String)> {
        pairs(encoded.as_bytes()).into_iter().map(|pair| (pair.name, pair.value.shown)).collect()
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn broken_percent_encoding_is_taken_literally() {
        assert_eq!(
            decoded("a=%&b=%zz&c=%4&&=&d&e=x=y&f=1+%2B"),
            [
                pair("a", "%"),
                pair("b", "%zz"),
                pair("c", "%4"),
                pair("", ""),
                pair("d", ""),
                pair("e", "x=y"),
                pair("f", "1 +")
            ]
        );
    }

    #[test]
    fn bytes_that_are_not_utf8_are_kept_and_shown() {
        let pairs = pairs(b"name=Zo%EB&other=Zo%C3%AB&raw=\xff");
        let texts: Vec<_> = pairs.into_iter().map(|pair| pair.value).collect();
        assert_eq!(texts[0], Text { shown: "Zo\\xEB".to_owned(), bytes: Some(b"Zo\xeb".to_vec()) });
        assert_eq!(texts[1], Text { shown: "Zoë".to_owned(), bytes: None });
        assert_eq!(texts[2].shown, "\\xFF");
    }

    #[test]
    fn a_plus_that_becomes_a_blank_is_remembered() {
        let has_plus: Vec<_> =
            pairs(b"a=x+y&b=x%20y&c=x%2By").into_iter().map(|pair| pair.has_plus).collect();
        assert_eq!(has_plus, [true, false, false]);
    }

    #[test]
    fn a_plus_in_a_path_is_a_plus() {
        assert_eq!(segment("a%20b+c&d=e"), "a b+c&d=e");
    }
}
