//! `Param` for the types of the standard library and of the value crates.

use core::fmt::{self, Write};
use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr};

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use rust_decimal::Decimal;

use crate::{FromText, Kind, Param};

/// Sent as `Display` writes it; what may be read is what `FromText` takes and what is sent again the same.
macro_rules! displayed {
    ($kind:expr => $($type:ty),+) => {$(
        impl Param for $type {
            const KIND: Kind = $kind;

            fn wire(&self, out: &mut dyn Write) -> fmt::Result {
                write!(out, "{self}")
            }

            fn read(text: &str) -> Option<Self> {
                text.parse().ok().filter(|value: &Self| value.to_string() == text)
            }
        }
    )+};
}

displayed!(Kind::Integer => u8, u16, u32, u64, usize, i8, i16, i32, i64, isize);
displayed!(Kind::Decimal => Decimal);
displayed!(Kind::Ip => IpAddr, Ipv4Addr);
displayed!(Kind::Date => Date);

macro_rules! text {
    ($($type:ty),+) => {$(
        impl Param for $type {
            const KIND: Kind = Kind::Text;

            fn wire(&self, out: &mut dyn Write) -> fmt::Result {
                out.write_str(self)
            }
        }
    )+};
}

text!(&str, Cow<'_, str>, Box<str>);

impl Param for String {
    const KIND: Kind = Kind::Text;

    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(self)
    }

    fn read(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

/// Sent as `1` and `0`.
impl Param for bool {
    const KIND: Kind = Kind::Flag;

    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(if *self { "1" } else { "0" })
    }

    fn read(text: &str) -> Option<Self> {
        match text {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        }
    }
}

/// Sent as `YYYY-MM-DD HH:MM:SS`; a fraction of a second is left out, MOR knows none.
impl Param for DateTime {
    const KIND: Kind = Kind::DateTime;

    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        write!(out, "{} ", self.date())?;
        self.time().wire(out)
    }

    fn read(text: &str) -> Option<Self> {
        Self::from_text(text)
    }
}

/// Sent as `HH:MM:SS`; a fraction of a second is left out, MOR knows none.
impl Param for Time {
    const KIND: Kind = Kind::Time;

    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        write!(out, "{:02}:{:02}:{:02}", self.hour(), self.minute(), self.second())
    }

    fn read(text: &str) -> Option<Self> {
        Self::from_text(text)
    }
}

/// Sent as whole seconds since 1970-01-01 00:00:00 UTC, the form of MOR's periods.
impl Param for Timestamp {
    const KIND: Kind = Kind::UnixTime;

    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        write!(out, "{}", self.as_second())
    }

    fn read(text: &str) -> Option<Self> {
        Self::from_second(i64::read(text)?).ok()
    }
}

/// Sent as values separated by commas.
impl<T: Param> Param for Vec<T> {
    const KIND: Kind = Kind::List;

    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        for (index, item) in self.iter().enumerate() {
            if index > 0 {
                out.write_char(',')?;
            }
            item.wire(out)?;
        }
        Ok(())
    }

    fn read(text: &str) -> Option<Self> {
        if text.is_empty() { Some(Self::new()) } else { text.split(',').map(T::read).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Secret;

    fn wire(value: &impl Param) -> String {
        let mut text = String::new();
        value.wire(&mut text).unwrap();
        text
    }

    #[test]
    fn numbers_are_plain_and_decimals_keep_their_scale() {
        assert_eq!(wire(&7_u64), "7");
        assert_eq!(wire(&-5_i32), "-5");
        assert_eq!(wire(&Decimal::new(2000, 1)), "200.0");
    }

    #[test]
    fn times_have_the_servers_forms() {
        let moment: DateTime = jiff::civil::date(2020, 1, 2).at(3, 4, 5, 999_000_000);
        assert_eq!(wire(&moment), "2020-01-02 03:04:05");
        assert_eq!(wire(&moment.date()), "2020-01-02");
        assert_eq!(wire(&moment.time()), "03:04:05");
        assert_eq!(wire(&Timestamp::from_second(1_252_454_580).unwrap()), "1252454580");
    }

    #[test]
    fn what_is_read_is_sent_again_the_same() {
        fn round<T: Param>(text: &str) -> Option<String> {
            T::read(text).map(|value| wire(&value))
        }
        assert_eq!(round::<u64>("7").as_deref(), Some("7"));
        assert_eq!(round::<u64>("007"), None, "leading zeros would be hashed differently");
        assert_eq!(round::<i64>("-7").as_deref(), Some("-7"));
        assert_eq!(round::<Decimal>("200.0").as_deref(), Some("200.0"));
        assert_eq!(round::<Decimal>("1,5"), None);
        assert_eq!(round::<bool>("1").as_deref(), Some("1"));
        assert_eq!(round::<bool>("yes"), None);
        assert_eq!(round::<DateTime>("2020-01-02 03:04:05").as_deref(), Some("2020-01-02 03:04:05"));
        assert_eq!(round::<Date>("2020-01-02").as_deref(), Some("2020-01-02"));
        assert_eq!(round::<Time>("03:04:05").as_deref(), Some("03:04:05"));
        assert_eq!(round::<Time>("3 o'clock"), None);
        assert_eq!(round::<Timestamp>("1252454580").as_deref(), Some("1252454580"));
        assert_eq!(round::<Vec<u64>>("1,2").as_deref(), Some("1,2"));
        assert_eq!(round::<Vec<u64>>("1,x"), None);
        assert_eq!(round::<String>(" a ").as_deref(), Some(" a "));
    }

    #[test]
    fn flags_lists_and_secrets() {
        assert_eq!(wire(&true), "1");
        assert_eq!(wire(&false), "0");
        assert_eq!(wire(&vec![1_u64, 2, 3]), "1,2,3");
        assert_eq!(wire(&Vec::<u64>::new()), "");
        assert_eq!(wire(&Secret::from("pin")), "pin");
    }
}
