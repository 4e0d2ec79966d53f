//! Other texts a client may have hashed for a value.

use std::fmt::Write as _;

/// A value as it is and what clients make of it, each with a name; the value itself first, without one.
pub(super) fn of(value: &str) -> Vec<(String, &'static str)> {
    let mut variants: Vec<(String, &'static str)> = vec![(value.to_owned(), "")];
    let mut add = |text: String, what: &'static str| {
        if !variants.iter().any(|(known, _)| *known == text) {
            variants.push((text, what));
        }
    };
    add(value.trim().to_owned(), "without the blanks around it");
    add(integer(value), "as a whole number");
    add(value.trim_start_matches('0').to_owned(), "without leading zeros");
    if value.contains('.') && value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-')) {
        add(value.trim_end_matches('0').trim_end_matches('.').to_owned(), "without trailing zeros");
        add(value.split('.').next().unwrap_or_default().to_owned(), "without its decimals");
    }
    add(value.to_lowercase(), "in lower case");
    add(value.to_uppercase(), "in upper case");
    add(value.replace('+', " "), "with + turned into a blank");
    add(value.replace(' ', "+"), "with blanks turned into +");
    add(encoded(value), "percent-encoded");
    add(format!("{value}\n"), "with a line break behind it");
    match value {
        "1" => add("true".to_owned(), "as a word"),
        "0" => add("false".to_owned(), "as a word"),
        "true" => add("1".to_owned(), "as a digit"),
        "false" => add("0".to_owned(), "as a digit"),
        _ => {}
    }
    variants.retain(|(text, what)| what.is_empty() || !text.is_empty());
    variants
}

/// What Ruby's `to_i` and PHP's `(int)` make of a text: the digits at its start.
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

    fn texts(value: &str) -> Vec<String> {
        of(value).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn the_value_itself_comes_first_and_nothing_twice() {
        assert_eq!(texts("2")[0], "2");
        assert_eq!(of("007")[0], ("007".to_owned(), ""));
        assert!(texts("007").contains(&"7".to_owned()));
        assert!(texts("12.50").contains(&"12.5".to_owned()) && texts("12.50").contains(&"12".to_owned()));
        assert!(texts("a b").contains(&"a+b".to_owned()) && texts("a b").contains(&"a%20b".to_owned()));
    }
}
