//! Single values in answers: one type, one text.

use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr};

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use rust_decimal::Decimal;

use super::text::{is_blank, trimmed};
use crate::value::{dates, numbers};
use crate::{Kind, ValueShape};

/// A value that is written as one text in an answer.
///
/// The implementations of this crate are lenient where MOR's functions differ among each other and strict
/// where leniency would invent something: white space around a value does not matter, `1`, `yes` and
/// `true` are all true, but a number with a letter in it is an error.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a text: it does not implement `mor_api::FromText`",
    label = "not readable from a text",
    note = "derive `WireEnum` on enums, make ids with `mor_api::id!`, or implement `mor_api::FromText`"
)]
pub trait FromText: Sized {
    /// What the text should be, as error messages say it: "a whole number".
    const EXPECTED: &'static str;

    /// What the value is, as data: a string unless the type says otherwise.
    const FORM: ValueShape = ValueShape::Value(Kind::Text);

    /// Reads the value; `None` when the text is something else.
    fn from_text(text: &str) -> Option<Self>;

    /// Whether the text is how the server writes that there is no value: then an `Option` of the type is
    /// `None`. A blank text, unless the type knows more such texts.
    #[must_use]
    fn is_unset(text: &str) -> bool {
        is_blank(text)
    }
}

/// Kept exactly, white space included.
impl FromText for String {
    const EXPECTED: &'static str = "a text";

    fn from_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

/// Kept exactly, as a `String` is.
macro_rules! strings {
    ($($type:ty),+) => {$(
        impl FromText for $type {
            const EXPECTED: &'static str = String::EXPECTED;

            fn from_text(text: &str) -> Option<Self> {
                Some(text.to_owned().into())
            }
        }
    )+};
}

strings!(Box<str>, Cow<'static, str>);

macro_rules! integers {
    ($($type:ty),+) => {$(
        /// A fraction of zeros is accepted: some servers write counts as `3.0`.
        impl FromText for $type {
            const EXPECTED: &'static str = numbers::expected_integer(<$type>::MIN != 0);
            const FORM: ValueShape = ValueShape::Value(Kind::Integer);

            fn from_text(text: &str) -> Option<Self> {
                let text = trimmed(text);
                text.parse().or_else(|_| numbers::without_zero_fraction(text).parse()).ok()
            }
        }
    )+};
}

integers!(u8, u16, u32, u64, usize, i8, i16, i32, i64, isize);

/// Parsed exactly; up to 28 significant digits, with an exponent if the server writes one (`1.0e-05`).
impl FromText for Decimal {
    const EXPECTED: &'static str = "a decimal number";
    const FORM: ValueShape = ValueShape::Value(Kind::Decimal);

    fn from_text(text: &str) -> Option<Self> {
        numbers::decimal(trimmed(text))
    }
}

/// `1`, `yes`, `true` and `0`, `no`, `false`, in any case.
impl FromText for bool {
    const EXPECTED: &'static str = "0 or 1, yes or no, true or false";
    const FORM: ValueShape = ValueShape::Value(Kind::Flag);

    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_any = |words: [&str; 3]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
        if is_any(["1", "yes", "true"]) {
            Some(true)
        } else if is_any(["0", "no", "false"]) {
            Some(false)
        } else {
            None
        }
    }
}

impl FromText for Date {
    const EXPECTED: &'static str = "a date (YYYY-MM-DD)";
    const FORM: ValueShape = ValueShape::Value(Kind::Date);

    fn from_text(text: &str) -> Option<Self> {
        dates::date(trimmed(text))
    }

    fn is_unset(text: &str) -> bool {
        dates::is_unset(trimmed(text))
    }
}

/// `YYYY-MM-DD HH:MM:SS`, with a `T` in the middle or a fraction behind if need be. A text that names a
/// time zone is refused, since the zone would be lost: such a field is a
/// [`ServerTime`](crate::ServerTime).
impl FromText for DateTime {
    const EXPECTED: &'static str = "a date and time (YYYY-MM-DD HH:MM:SS)";
    const FORM: ValueShape = ValueShape::Value(Kind::DateTime);

    fn from_text(text: &str) -> Option<Self> {
        dates::date_time(trimmed(text))
    }

    fn is_unset(text: &str) -> bool {
        dates::is_unset(trimmed(text))
    }
}

impl FromText for Time {
    const EXPECTED: &'static str = "a time of day (HH:MM:SS)";
    const FORM: ValueShape = ValueShape::Value(Kind::Time);

    fn from_text(text: &str) -> Option<Self> {
        dates::time(trimmed(text))
    }
}

/// Seconds since 1970-01-01 00:00:00 UTC, as they are sent.
impl FromText for Timestamp {
    const EXPECTED: &'static str = "a time in seconds since 1970-01-01 00:00:00 UTC";
    const FORM: ValueShape = ValueShape::Value(Kind::UnixTime);

    fn from_text(text: &str) -> Option<Self> {
        Self::from_second(i64::from_text(text)?).ok()
    }
}

macro_rules! addresses {
    ($($type:ty: $expected:literal),+) => {$(
        impl FromText for $type {
            const EXPECTED: &'static str = $expected;
            const FORM: ValueShape = ValueShape::Value(Kind::Ip);

            fn from_text(text: &str) -> Option<Self> {
                text.trim().parse().ok()
            }
        }
    )+};
}

addresses!(IpAddr: "an IP address", Ipv4Addr: "an IPv4 address");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FlagWord;

    #[test]
    fn integers() {
        assert_eq!(u64::from_text(" 42\n"), Some(42));
        assert_eq!(u64::from_text("3.0"), Some(3));
        assert_eq!(i64::from_text("-1"), Some(-1));
        for bad in ["", "-1", "3.5", "3.", "12a", "0x10", "1,000", "99999999999999999999"] {
            assert_eq!(u64::from_text(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn what_can_be_sent_can_be_read() {
        assert_eq!(usize::from_text(" 7"), Some(7));
        assert_eq!(isize::from_text("-7.0"), Some(-7));
        assert_eq!(FlagWord::from_text("True"), Some(FlagWord(true)));
        assert_eq!(FlagWord::from_text("maybe"), None);
        let moment = Timestamp::from_second(1_252_454_580).ok();
        assert_eq!(Timestamp::from_text("1252454580"), moment);
        assert_eq!(Timestamp::from_text("2009-09-09 00:03:00"), None);
        assert_eq!(Timestamp::from_text("99999999999999"), None, "no such time");
        assert_eq!(Ipv4Addr::from_text(" 10.0.0.1 "), Some(Ipv4Addr::new(10, 0, 0, 1)));
        assert_eq!(Ipv4Addr::from_text("::1"), None);
        assert_eq!(Box::<str>::from_text(" a ").as_deref(), Some(" a "));
        assert_eq!(Cow::from_text(" a ").as_deref(), Some(" a "));
    }

    #[test]
    fn flags() {
        for (text, flag) in [("1", true), ("Yes", true), ("TRUE", true), ("0", false), ("no", false)] {
            assert_eq!(bool::from_text(text), Some(flag), "{text:?}");
        }
        for bad in ["", "2", "on", "yes!"] {
            assert_eq!(bool::from_text(bad), None, "{bad:?}");
        }
    }
}
