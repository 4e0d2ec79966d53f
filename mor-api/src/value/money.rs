//! An amount with the currency the server writes behind it.

use core::fmt;

use rust_decimal::Decimal;

use super::numbers;
use crate::{FromText, Kind, ValueShape};

/// An exact amount, perhaps with a currency: `26.0000`, `26.0000 USD`.
///
/// ```
/// use mor_api::{FromText, Money};
///
/// let balance = Money::from_text("-1.2500 EUR").unwrap();
/// assert_eq!(balance.amount.to_string(), "-1.2500");
/// assert_eq!(balance.currency.as_deref(), Some("EUR"));
/// assert_eq!(balance.to_string(), "-1.2500 EUR");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Money {
    /// The amount, with as many decimals as the server wrote.
    pub amount: Decimal,
    /// The currency's code, if the server wrote one.
    pub currency: Option<String>,
}

impl FromText for Money {
    const EXPECTED: &'static str = "an amount, perhaps with a currency (26.0000 USD)";
    const FORM: ValueShape = ValueShape::Value(Kind::Money);

    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let (amount, currency) = match text.split_once(char::is_whitespace) {
            Some((amount, currency)) => (amount, Some(currency.trim())),
            None => (text, None),
        };
        if currency.is_some_and(|code| code.is_empty() || !code.chars().all(char::is_alphabetic)) {
            return None;
        }
        Some(Self { amount: numbers::decimal(amount)?, currency: currency.map(str::to_owned) })
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.currency {
            Some(currency) => write!(f, "{} {currency}", self.amount),
            None => self.amount.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_with_and_without_currency() {
        let plain = Money::from_text(" 26.0000 ").unwrap();
        assert_eq!((plain.amount, plain.currency), (Decimal::new(260_000, 4), None));
        assert_eq!(Money::from_text("26.0000  USD").unwrap().currency.as_deref(), Some("USD"));
        for bad in ["", "USD", "USD 26", "26 12", "1,5 EUR", "26.0 US$"] {
            assert_eq!(Money::from_text(bad), None, "{bad:?}");
        }
    }
}
