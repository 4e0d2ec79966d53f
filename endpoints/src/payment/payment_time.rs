//! Times in lists of payments.

use jiff::civil::DateTime;
use mor_api::FromText;

/// A time in a list of payments: it has the format that the server's settings say.
///
/// ```
/// use mor_api::FromText;
/// use mor_endpoints::payment::PaymentTime;
///
/// let time = PaymentTime::from_text("2019-04-18 10:00:01").unwrap();
/// assert!(matches!(time, PaymentTime::DateTime(time) if time.hour() == 10));
/// let american = PaymentTime::from_text("04/18/2019 10:00:01");
/// assert_eq!(american, Some(PaymentTime::Text("04/18/2019 10:00:01".to_owned())));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(untagged))]
pub enum PaymentTime {
    /// In the default format, `YYYY-MM-DD HH:MM:SS`; the caller's time.
    DateTime(DateTime),
    /// In another format.
    Text(String),
}

impl FromText for PaymentTime {
    const EXPECTED: &'static str = "a date and time";

    #[inline]
    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let other = || (!text.is_empty()).then(|| Self::Text(text.to_owned()));
        DateTime::from_text(text).map(Self::DateTime).or_else(other)
    }

    #[inline]
    fn is_unset(text: &str) -> bool {
        DateTime::is_unset(text)
    }
}
