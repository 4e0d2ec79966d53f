//! Numbers as texts.

use rust_decimal::Decimal;

pub(crate) const fn expected_integer(signed: bool) -> &'static str {
    if signed { "a whole number" } else { "a whole number that is not negative" }
}

/// `3.00` without its fraction; anything else as it is.
pub(crate) fn without_zero_fraction(text: &str) -> &str {
    match text.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|digit| digit == b'0') => whole,
        _ => text,
    }
}

/// Digits with a dot; an exponent is fine. Neither thousands separators nor decimal commas: `1,234` could be
/// either, and a guess about money is worse than an error.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let unsigned = text.trim_start_matches(['-', '+']);
    // What ends in a dot was cut off.
    if !unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.') || text.ends_with('.') {
        return None;
    }
    match unsigned.bytes().find(|byte| !matches!(byte, b'0'..=b'9' | b'.')) {
        None => Decimal::from_str_exact(text).ok(),
        Some(b'e' | b'E') => Decimal::from_scientific(text).ok(),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact() {
        for (text, expected) in [
            ("126.0", Decimal::new(1260, 1)),
            ("-1.25", Decimal::new(-125, 2)),
            ("28.110331000000002", Decimal::new(28_110_331_000_000_002, 15)),
            ("1.0e-05", Decimal::new(1, 5)),
            ("0", Decimal::ZERO),
            (".5", Decimal::new(5, 1)),
        ] {
            assert_eq!(decimal(text), Some(expected), "{text}");
        }
        assert_eq!(decimal("26.0000").map(|amount| amount.to_string()).as_deref(), Some("26.0000"));
    }

    #[test]
    fn what_is_no_decimal() {
        for bad in [
            "", "-", "1,5", "1.234,5", "1 000", "1_000", "NaN", "Infinity", "12 USD", "--1", "1.2.3", "66.",
            ".", "1_0e5", "1e1_0", "1e", "1e5e5",
        ] {
            assert_eq!(decimal(bad), None, "{bad:?}");
        }
        // More digits than an exact amount can have: refused, never rounded.
        assert_eq!(decimal("0.00000000000000000000000000001"), None);
    }
}
