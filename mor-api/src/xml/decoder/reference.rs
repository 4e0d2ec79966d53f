//! References: the five entities of XML and characters by number, `&amp;` and `&#228;`.
//!
//! Only what is certainly right is read here. Everything else is left to quick-xml, which has the errors.

/// The longest name or number that is looked at, with the `;`.
const LONGEST: usize = 10;

/// The character that a text starts with as a reference, and the length of the reference.
///
/// `&lt;b` is `<` and 4.
pub(super) fn at_start(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes().strip_prefix(b"&")?;
    let end = bytes.iter().take(LONGEST).position(|byte| *byte == b';')?;
    let character = match bytes.get(..end)? {
        b"lt" => '<',
        b"gt" => '>',
        b"amp" => '&',
        b"quot" => '"',
        b"apos" => '\'',
        [b'#', b'x', digits @ ..] => number(digits, 16)?,
        [b'#', digits @ ..] => number(digits, 10)?,
        _ => return None,
    };
    Some((character, "&;".len() + end))
}

/// A character that XML 1.0 allows.
fn number(digits: &[u8], radix: u32) -> Option<char> {
    if digits.is_empty() {
        return None;
    }
    let mut code = 0_u32;
    for digit in digits {
        code = code.checked_mul(radix)?.checked_add(char::from(*digit).to_digit(radix)?)?;
    }
    match code {
        0x9 | 0xA | 0xD | 0x20..=0xFFFD | 0x1_0000.. => char::from_u32(code),
        _ => None,
    }
}

/// Appends a text with its references resolved. `None` if one of them is none; `out` is then of no use.
pub(super) fn resolve(mut text: &str, out: &mut String) -> Option<()> {
    while let Some(at) = memchr::memchr(b'&', text.as_bytes()) {
        let (before, reference) = text.split_at_checked(at)?;
        let (character, length) = at_start(reference)?;
        out.push_str(before);
        out.push(character);
        text = reference.get(length..)?;
    }
    out.push_str(text);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(text: &str) -> Option<String> {
        let mut out = String::new();
        resolve(text, &mut out).map(|()| out)
    }

    #[test]
    fn entities_and_numbers() {
        for (text, expected) in [
            ("", ""),
            ("plain", "plain"),
            ("&quot;Ann&quot; &lt;370&gt;", "\"Ann\" <370>"),
            ("&amp;amp; &apos;", "&amp; '"),
            ("Bit&#233; &#xe4;&#x1F4DE;", "Bité ä📞"),
            ("&#9;&#10;&#13;", "\t\n\r"),
        ] {
            assert_eq!(resolved(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn everything_else_is_left() {
        for text in [
            "&",
            "&;",
            "&a",
            "&nbsp;",
            "&#;",
            "&#x;",
            "&#0;",
            "&#1;",
            "&#xD800;",
            "&#x110000;",
            "&#+1;",
            "& amp;",
            "&AMP;",
            "a & b",
            "&#99999999999999;",
            "&quot",
            "&#-1;",
            "&#x FF;",
        ] {
            assert_eq!(resolved(text), None, "{text}");
        }
    }
}
