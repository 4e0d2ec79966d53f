//! Numbers with more digits than an exact amount can have.

use core::fmt;
use core::str::FromStr;

use mor_api::{FromText, ValueShape};
use rust_decimal::Decimal;

/// A number that the server calculated and wrote with all digits it had: the quotient of an amount and a rate
/// may have dozens of them, and a `Decimal` holds 28.
///
/// The text is kept as it came; `Display` reproduces it.
///
/// ```
/// use mor_api::FromText;
/// use mor_endpoints::LongDecimal;
///
/// let quotient = LongDecimal::from_text("6.3213782866479925303454715238095238095238095").unwrap();
/// assert_eq!(quotient.rounded().to_string(), "6.3213782866479925303454715238");
/// assert_eq!(quotient.to_string(), "6.3213782866479925303454715238095238095238095");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LongDecimal {
    text: String,
    rounded: Decimal,
}

impl LongDecimal {
    /// The number, rounded at the last digit that a `Decimal` holds; shorter ones are exact.
    #[must_use]
    #[inline]
    pub fn rounded(&self) -> Decimal {
        self.rounded
    }

    /// The number as the server wrote it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl FromText for LongDecimal {
    const EXPECTED: &'static str = Decimal::EXPECTED;
    const FORM: ValueShape = Decimal::FORM;

    #[inline]
    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let rounded = Decimal::from_text(text).or_else(|| round(text))?;
        Some(Self { text: text.to_owned(), rounded })
    }
}

/// Only a fraction may be too long; too large a number is no number.
#[inline]
fn round(text: &str) -> Option<Decimal> {
    let (whole, fraction) = text.strip_prefix(['-', '+']).unwrap_or(text).split_once('.')?;
    let is_number = [whole, fraction].iter().all(|part| part.bytes().all(|digit| digit.is_ascii_digit()));
    if is_number && !fraction.is_empty() { Decimal::from_str(text).ok() } else { None }
}

impl fmt::Display for LongDecimal {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

mor_api::impl_serialize!(LongDecimal, number => serialize_str(&number.text));

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(text: &str) -> Option<String> {
        LongDecimal::from_text(text).map(|number| number.rounded().to_string())
    }

    #[test]
    fn short_numbers_are_exact() {
        assert_eq!(rounded(" 5.0 ").as_deref(), Some("5.0"));
        assert_eq!(rounded("-30.3946220484454").as_deref(), Some("-30.3946220484454"));
    }

    #[test]
    fn long_fractions_are_rounded() {
        assert_eq!(
            rounded("-36.7160003350933925303454715238095238095238095").as_deref(),
            Some("-36.716000335093392530345471524")
        );
        assert_eq!(
            rounded("0.00000000000000000000000000001").as_deref(),
            Some("0.0000000000000000000000000000")
        );
    }

    #[test]
    fn what_is_no_number() {
        for bad in ["", "1,5", "1_000.0", "12 USD", "1.2.3", "--1.0", "100000000000000000000000000000.5"] {
            assert_eq!(LongDecimal::from_text(bad), None, "{bad:?}");
        }
    }
}
