//! Dates and times as texts. MOR writes them in the server's or the caller's time and says no zone, so
//! they are civil: nothing here knows time zones.

use jiff::civil::{Date, DateTime, Time};

/// `YYYY-MM-DD`.
pub(crate) fn date(text: &str) -> Option<Date> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let year = number(&[y1, y2, y3, y4])?;
    Date::new(year.try_into().ok()?, two_digits(m1, m2)?, two_digits(d1, d2)?).ok()
}

/// `HH:MM:SS` or `HH:MM`, perhaps with a fraction of a second.
pub(crate) fn time(text: &str) -> Option<Time> {
    let &[h1, h2, b':', m1, m2, ref rest @ ..] = text.as_bytes() else { return None };
    let (second, rest) = match rest {
        &[b':', s1, s2, ref rest @ ..] => (two_digits(s1, s2)?, rest),
        rest => (0, rest),
    };
    let nanosecond = match rest {
        [] => 0,
        [b'.', fraction @ ..] if (1..=9).contains(&fraction.len()) => {
            let scale = 10_i32.checked_pow(u32::try_from(9 - fraction.len()).ok()?)?;
            number(fraction)?.checked_mul(scale)?
        }
        _ => return None,
    };
    Time::new(two_digits(h1, h2)?, two_digits(m1, m2)?, second, nanosecond).ok()
}

/// A date and a time with a blank or a `T` between them.
pub(crate) fn date_time(text: &str) -> Option<DateTime> {
    let (day, clock) = text.split_at_checked("YYYY-MM-DD".len())?;
    Some(date(day)?.to_datetime(time(clock.strip_prefix([' ', 'T'])?)?))
}

/// No text, or the zero date of the server's database.
pub(crate) fn is_unset(text: &str) -> bool {
    text.is_empty() || text.starts_with("0000-00-00")
}

fn two_digits(tens: u8, ones: u8) -> Option<i8> {
    number(&[tens, ones])?.try_into().ok()
}

/// Digits without a sign, no more than fit.
fn number(digits: &[u8]) -> Option<i32> {
    digits.iter().try_fold(0, |number: i32, digit| {
        if !digit.is_ascii_digit() {
            return None;
        }
        number.checked_mul(10)?.checked_add(i32::from(digit - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::*;

    #[test]
    fn the_forms_of_mor() {
        assert_eq!(date("2021-02-03"), Some(civil::date(2021, 2, 3)));
        assert_eq!(date_time("2021-02-03 04:05:06"), Some(civil::date(2021, 2, 3).at(4, 5, 6, 0)));
        assert_eq!(date_time("2021-02-03T04:05:06"), Some(civil::date(2021, 2, 3).at(4, 5, 6, 0)));
        assert_eq!(date_time("2021-02-03 04:05"), Some(civil::date(2021, 2, 3).at(4, 5, 0, 0)));
        assert_eq!(time("04:05:06.25"), Some(civil::time(4, 5, 6, 250_000_000)));
        assert_eq!(time("04:05:06.999999999"), Some(civil::time(4, 5, 6, 999_999_999)));
        assert_eq!(time("04:05.5"), Some(civil::time(4, 5, 0, 500_000_000)));
    }

    #[test]
    fn what_is_no_time() {
        for bad in
            ["", "2021-02-30", "0000-00-00", "2021-2-3", "21-02-03", "2021/02/03", "+021-02-03", "2021-02-0ä"]
        {
            assert_eq!(date(bad), None, "{bad:?}");
        }
        for bad in [
            "2021-02-03",
            "2021-02-03 4:05:06",
            "2021-02-03  04:05:06",
            "2021-02-03 04:05:06 UTC",
            "2021-02-03 24:00:00",
        ] {
            assert_eq!(date_time(bad), None, "{bad:?}");
        }
        for bad in
            ["", "04", "04:05:", "04:05:06:07", "04:05:06.", "04:05:-6", "04:05:06,5", "04:05:06.1234567890"]
        {
            assert_eq!(time(bad), None, "{bad:?}");
        }
    }
}
