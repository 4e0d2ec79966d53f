//! What the functions that tell a balance answer: XML or a bare number.

use mor_api::{
    AnswerError, DecodeError, Document, Element, FromText, FromXml, Money, Payload, RecordShape, Refusal,
    Refused, Response, Unknown,
};
use rust_decimal::Decimal;

use super::BalanceFault;

/// A balance.
///
/// [`UserBalanceGet`](super::UserBalanceGet) is answered with XML, by servers before X4 or so with a bare
/// number, like the other functions. The vendor's pages show XML for some of those. All of it is read, a currency
/// after the number included; any other text is unexpected.
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use mor_api::decode_answer;
/// use mor_endpoints::balance::{BalanceFault, UserBalanceGetByPsw};
///
/// let decode = |body| decode_answer::<UserBalanceGetByPsw>(StatusCode::OK, &HeaderMap::new(), body);
/// assert_eq!(decode(b"66.0000").unwrap().amount.to_string(), "66.0000");
/// assert_eq!(decode(b"<page><balance>-1.5</balance></page>").unwrap().amount.to_string(), "-1.5");
/// assert_eq!(decode(b"Feature disabled").unwrap_err().fault(), Some(&BalanceFault::Disabled));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Balance {
    /// How much it is, in the currency that was asked for, else the system's.
    #[mor(rename = "balance")]
    pub amount: Decimal,
    /// Code of the currency; sent only with the user's own one, see `user_currency` of `user_balance_get`.
    pub currency: Option<String>,
}

/// A bare text is an amount or a refusal that is known. MOR sends no other, but a proxy may.
impl Response for Balance {
    const SHAPE: &'static RecordShape = &RecordShape::at::<Self>(Page::ROOT);

    #[inline]
    fn read(body: Payload<'_>, unknown: Option<&mut Vec<Unknown>>) -> Result<Self, AnswerError> {
        if let Payload::Text(text) = body {
            if let Some(Money { amount, currency }) = Money::from_text(text) {
                return Ok(Self { amount, currency });
            }
            let refusal = Refusal::new("", text.trim());
            if Refused::<BalanceFault>::from_refusal(&refusal).other().is_none() {
                return Err(AnswerError::Refused(refusal));
            }
        }
        Page::read(body, unknown).map(|Page(balance)| balance)
    }
}

/// A balance as an XML document.
#[derive(FromXml)]
#[mor(root = "page", with = Self::from_element)]
struct Page(Balance);

impl Page {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        Balance::from_xml(element).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Balance, AnswerError> {
        Balance::decode(Payload::Text(text))
    }

    #[test]
    fn a_bare_text_is_an_amount_with_or_without_a_currency() {
        let balance = |amount, currency: Option<&str>| {
            Ok(Balance { amount: Decimal::new(amount, 2), currency: currency.map(str::to_owned) })
        };
        assert_eq!(read("66.50\n"), balance(6650, None));
        assert_eq!(read("-3.25 SEK"), balance(-325, Some("SEK")));
    }

    #[test]
    fn a_bare_text_is_a_refusal_only_if_it_is_a_known_one() {
        for text in ["User was not found", "Feature disabled", "Incorrect hash\n"] {
            assert_eq!(read(text), Err(AnswerError::Refused(Refusal::new("", text.trim()))), "{text}");
        }
        for text in [
            "31,75",
            "31.75 US$",
            "Too many requests",
            "{\"error\": \"unauthorized\"}",
            "HTTP/1.1 200 OK\r\n\r\n<page><balance>31.75</balance></page>",
        ] {
            assert!(matches!(read(text), Err(AnswerError::Unexpected(_))), "{text}");
        }
    }
}
