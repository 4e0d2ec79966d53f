//! What the functions that tell a balance answer: XML or a bare number.

use mor_api::{
    AnswerError, Body, DecodeError, Document, Element, FromText, FromXml, Refusal, Response, Unknown,
};
use rust_decimal::Decimal;

/// A balance.
///
/// [`UserBalanceGet`](super::UserBalanceGet) is answered with XML, by servers before X4 or so with a bare
/// number, like the other functions. The vendor's pages show XML for some of those. All of it is read.
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
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Balance {
    /// How much it is, in the currency that was asked for, else the system's.
    #[mor(rename = "balance")]
    pub amount: Decimal,
    /// Code of the currency; said only of the user's own one, see `user_currency` of `user_balance_get`.
    pub currency: Option<String>,
}

/// A text that is no number says why there is none.
impl Response for Balance {
    #[inline]
    fn read(body: Body<'_>, unknown: Option<&mut Vec<Unknown>>) -> Result<Self, AnswerError> {
        if let Body::Text(text) = body {
            return match Decimal::from_text(text) {
                Some(amount) => Ok(Self { amount, currency: None }),
                None => Err(AnswerError::Refused(Refusal::new("", text.trim()))),
            };
        }
        Page::read(body, unknown).map(|Page(balance)| balance)
    }
}

/// A balance as an XML document.
struct Page(Balance);

impl FromXml for Page {
    #[inline]
    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        Balance::from_xml(element).map(Self)
    }
}

impl Document for Page {
    const ROOT: &'static [&'static str] = &["page"];
}
