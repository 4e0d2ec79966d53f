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
    short_decimal(text.as_bytes()).or_else(|| any_decimal(text))
}

/// Nearly every amount: digits with a dot, few enough for one number.
fn short_decimal(text: &[u8]) -> Option<Decimal> {
    /// So many digits are less than [`i64::MAX`].
    const MAX_DIGITS: usize = 18;
    let (is_negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.len() > MAX_DIGITS || matches!(digits, [] | [.., b'.']) {
        return None;
    }
    let (mut number, mut scale) = (0_i64, None);
    for (index, byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => number = number * 10 + i64::from(byte - b'0'),
            b'.' if scale.is_none() => scale = u32::try_from(digits.len() - index - 1).ok(),
            _ => return None,
        }
    }
    // A zero has a sign of its own, which no number has.
    let number = if is_negative { Some(-number).filter(|number| *number != 0)? } else { number };
    Decimal::try_new(number, scale.unwrap_or(0)).ok()
}

fn any_decimal(text: &str) -> Option<Decimal> {
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
    fn short_decimals_are_what_long_ones_are() {
        for text in [
            "0",
            "-0",
            "-0.00",
            "0.0000",
            "7",
            "-7",
            ".5",
            "-.5",
            "00012.50",
            "123456789012345678",
            "1234567890.1234567",
            "-999999999999999999",
            "-12345678901.2345",
            "1234567890123456789",
            "0.000000000000000001",
        ] {
            let long = Decimal::from_str_exact(text).unwrap();
            let shown = decimal(text).map(|amount| (amount, amount.to_string(), amount.is_sign_negative()));
            assert_eq!(shown, Some((long, long.to_string(), long.is_sign_negative())), "{text}");
        }
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
