//! A time with the zone the server may have written behind it.

use core::fmt;

use jiff::civil::DateTime;

use super::dates;
use crate::{FromText, Kind, ValueShape};

/// A civil date and time with the text of a zone, where the server writes one:
/// `2015-03-01 10:00:00 UTC`, `2019-05-06 07:08:09 +0200`.
///
/// ```
/// use mor_api::{FromText, ServerTime};
///
/// let time = ServerTime::from_text("2019-05-06 07:08:09 +0200").unwrap();
/// assert_eq!(time.local.hour(), 7);
/// assert_eq!(time.zone.as_deref(), Some("+0200"));
/// assert_eq!(time.to_string(), "2019-05-06 07:08:09 +0200");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ServerTime {
    /// The time as written, in the zone if one is given, else in the server's or the caller's.
    pub local: DateTime,
    /// The name or offset behind it.
    pub zone: Option<String>,
}

impl FromText for ServerTime {
    const EXPECTED: &'static str = "a date and time, perhaps with a zone (YYYY-MM-DD HH:MM:SS UTC)";
    const FORM: ValueShape = ValueShape::Value(Kind::ServerTime);

    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(local) = dates::date_time(text) {
            return Some(Self { local, zone: None });
        }
        let (time, zone) = text.rsplit_once(' ')?;
        let named = zone.chars().all(|letter| letter.is_ascii_alphabetic());
        let offset = zone.strip_prefix(['+', '-']).is_some_and(|digits| {
            !digits.is_empty() && digits.chars().all(|digit| digit.is_ascii_digit() || digit == ':')
        });
        if zone.is_empty() || !(named || offset) {
            return None;
        }
        Some(Self { local: dates::date_time(time.trim_end())?, zone: Some(zone.to_owned()) })
    }

    fn is_unset(text: &str) -> bool {
        dates::is_unset(text.trim())
    }
}

impl fmt::Display for ServerTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (date, time) = (self.local.date(), self.local.time());
        write!(f, "{date} {time}")?;
        match &self.zone {
            Some(zone) => write!(f, " {zone}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_kept() {
        assert_eq!(ServerTime::from_text("2015-03-01 10:00:00 UTC").unwrap().zone.as_deref(), Some("UTC"));
        assert_eq!(ServerTime::from_text("2015-03-01 10:00:00").unwrap().zone, None);
        for bad in ["", "10:00:00 UTC", "2015-03-01 10:00:00 12", "2015-03-01 UTC", "2015-03-01 10:00:00 +"] {
            assert_eq!(ServerTime::from_text(bad), None, "{bad:?}");
        }
    }
}
