//! Durations, which servers write in three forms.

use core::fmt;

use mor_api::{FromText, Kind, ValueShape};

/// A duration in whole seconds.
///
/// MOR writes a duration as a number of seconds, as `MM:SS` or as `HH:MM:SS`, depending on the function, the version and a
/// setting of the server. All three are read; `Display` and serialization give the number of seconds.
///
/// ```
/// use mor_api::FromText;
/// use mor_endpoints::Seconds;
///
/// for written in ["65", "01:05", "00:01:05"] {
///     assert_eq!(Seconds::from_text(written), Some(Seconds(65)));
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seconds(
    /// The number of seconds.
    pub u64,
);

impl FromText for Seconds {
    const EXPECTED: &'static str = "a number of seconds, MM:SS or HH:MM:SS";
    const FORM: ValueShape = ValueShape::Value(Kind::Integer);

    #[inline]
    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let Some((rest, seconds)) = text.rsplit_once(':') else { return u64::from_text(text).map(Self) };
        let minutes = match rest.split_once(':') {
            Some((hours, minutes)) => digits(hours)?.checked_mul(60)?.checked_add(sixtieths(minutes)?)?,
            // Without hours there may be more than 59 minutes: `67:07`.
            None => digits(rest)?,
        };
        minutes.checked_mul(60)?.checked_add(sixtieths(seconds)?).map(Self)
    }
}

/// Two digits below 60.
#[inline]
fn sixtieths(text: &str) -> Option<u64> {
    digits(text).filter(|number| text.len() == 2 && *number < 60)
}

/// Digits alone: a sign or a blank would make another duration of it.
#[inline]
fn digits(text: &str) -> Option<u64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

mor_api::impl_serialize!(Seconds, seconds => serialize_u64(seconds.0));

impl fmt::Display for Seconds {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_a_number_of_seconds() {
        for (text, seconds) in [
            ("0", 0),
            (" 61\n", 61),
            ("3.0", 3),
            ("00:00", 0),
            ("01:05", 65),
            ("67:07", 4027),
            ("00:00:00", 0),
            ("00:01:05", 65),
            ("01:00:01", 3601),
            ("123:00:00", 442_800),
        ] {
            assert_eq!(Seconds::from_text(text), Some(Seconds(seconds)), "{text:?}");
        }
        assert_eq!(Seconds(3601).to_string(), "3601");
    }

    #[test]
    fn anything_else_is_an_error() {
        for bad in [
            "",
            "-",
            "-1",
            "6x",
            ":",
            "1:",
            ":05",
            "01:5",
            "01:60",
            "00:60:00",
            "00:1:05",
            "1:02:03:04",
            "-1:05",
            "+1:05",
            "01: 5",
            "00:01:05.5",
            "99999999999999999999:00",
            "18446744073709551615:00:00",
        ] {
            assert_eq!(Seconds::from_text(bad), None, "{bad:?}");
        }
    }
}
