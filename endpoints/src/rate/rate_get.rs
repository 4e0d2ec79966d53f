//! `rate_get`: looks up what a user pays for calls to a number.

use core::fmt;

use mor_api::{
    AnswerError, DecodeError, Document, Element, Endpoint, FromText, FromXml, Payload, RecordShape, Refusal,
    Refused, Response, Unknown,
};
use rust_decimal::Decimal;

use super::RateFault;

/// Looks up what a user pays for calls to a number: his custom rate, or else that of his tariff.
///
/// The server's setting *Allow devices to check rate over HTTP* has to be on. A plain user is always shown his own
/// rates, whatever the username. Servers before X4 know the function as `rate` only.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "rate_get",
    aliases = ["rate"],
    since = "9",
    effect = read,
    response = RateQuotes,
    fault = RateFault,
)]
pub struct RateGet {
    /// Username of the user whose rate is wanted.
    #[hash(order = 1)]
    pub username: String,
    /// Prefix of a destination, or a whole number: the longest destination that starts it counts, and what is no
    /// digit is dropped. The page says that the prefix must be exact.
    #[nohash]
    pub prefix: String,
    /// Asks for every active rate of the destination, not only for the one that counts. Seen in X8.
    #[nohash]
    pub by_full_dst: Option<bool>,
}

/// What was found. MOR 9 to X3 answer in plain text, refusals included; later versions send XML.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct RateQuotes {
    /// One rate; with `by_full_dst` any number, even none where no rate is active.
    #[mor(rename = "rate")]
    pub rates: Vec<RateQuote>,
}

impl Response for RateQuotes {
    const SHAPE: &'static RecordShape = &RecordShape::at::<Self>(Page::ROOT);

    #[inline]
    fn read(body: Payload<'_>, unknown: Option<&mut Vec<Unknown>>) -> Result<Self, AnswerError> {
        if let Payload::Text(text) = body {
            if let Some(rate) = RateQuote::from_text(text) {
                return Ok(Self { rates: vec![rate] });
            }
            let refusal = Refusal::new("", text.trim());
            if Refused::<RateFault>::from_refusal(&refusal).other().is_none() {
                return Err(AnswerError::Refused(refusal));
            }
        }
        Page::read(body, unknown).map(|Page(quotes)| quotes)
    }
}

/// The rates as an XML document.
#[derive(FromXml)]
#[mor(root = "page", with = Self::from_element)]
struct Page(RateQuotes);

impl Page {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        RateQuotes::from_xml(element).map(Self)
    }
}

/// The price of calls to a destination. `Display` writes it as it came: `0.987#Lithuania#370`.
///
/// ```
/// use mor_endpoints::rate::RateQuote;
///
/// let quote = RateQuote::from_text("0.987#Lithuania#370").unwrap();
/// assert_eq!(quote.price.to_string(), "0.987");
/// assert_eq!((quote.destination.as_str(), quote.prefix.as_str()), ("Lithuania", "370"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(with = Self::from_element)]
pub struct RateQuote {
    /// The price as it is in the database. The answer does not name its currency.
    pub price: Decimal,
    /// Name of the destination.
    pub destination: String,
    /// Prefix of the destination that was found: `1415` for `14153630833`.
    pub prefix: String,
}

impl RateQuote {
    /// The destination's name may have a `#` in it.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let (price, rest) = text.trim().split_once('#')?;
        let (destination, prefix) = rest.rsplit_once('#')?;
        let is_prefix = !prefix.is_empty() && prefix.bytes().all(|digit| digit.is_ascii_digit());
        let price = Decimal::from_text(price)?;
        is_prefix.then(|| Self { price, destination: destination.to_owned(), prefix: prefix.to_owned() })
    }

    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        element.parse_text("a rate (PRICE#DESTINATION#PREFIX)", Self::from_text)
    }
}

impl fmt::Display for RateQuote {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}#{}", self.price, self.destination, self.prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_have_any_character() {
        let quote = RateQuote::from_text(" 10.0#USA #1 & more#1415\n").unwrap();
        assert_eq!(quote.price, Decimal::new(100, 1));
        assert_eq!((quote.destination.as_str(), quote.prefix.as_str()), ("USA #1 & more", "1415"));
        assert_eq!(quote.to_string(), "10.0#USA #1 & more#1415");
        assert_eq!(RateQuote::from_text("0##370").unwrap().destination, "");
    }

    #[test]
    fn old_servers_answer_in_plain_text() {
        let quotes = RateQuotes::decode(Payload::Text("35.0#Lithuania Vilnius#3705\n")).unwrap();
        assert_eq!(quotes.rates, [RateQuote::from_text("35.0#Lithuania Vilnius#3705").unwrap()]);
        let Err(AnswerError::Refused(refusal)) = RateQuotes::decode(Payload::Text("Empty prefix")) else {
            panic!()
        };
        assert_eq!(Refused::<RateFault>::from_refusal(&refusal).known(), Some(&RateFault::EmptyPrefix));
        // A text that no server is known to send comes from something else.
        for text in ["Rate limit exceeded", "35,0#Lithuania#370", "35.0"] {
            assert!(
                matches!(RateQuotes::decode(Payload::Text(text)), Err(AnswerError::Unexpected(_))),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_rate() {
        for bad in ["", "0.987", "0.987#370", "x#Lithuania#370", "0.987#Lithuania#", "0,987#Lithuania#370"] {
            assert_eq!(RateQuote::from_text(bad), None, "{bad:?}");
        }
    }
}
