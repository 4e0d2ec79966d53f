//! Dates and times as texts. MOR writes them in the server's or the caller's time and says no zone, so
//! they are civil: nothing here knows time zones.

use jiff::civil::{Date, DateTime, Time};

/// `YYYY-MM-DD`.
pub(crate) fn date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return None;
    }
    let year = number(text.get(..4)?)?;
    let month = number(text.get(5..7)?)?;
    let day = number(text.get(8..)?)?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// `HH:MM:SS` or `HH:MM`, perhaps with a fraction of a second.
pub(crate) fn time(text: &str) -> Option<Time> {
    let (clock, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let mut parts = clock.split(':');
    let hour = two_digits(parts.next()?)?;
    let minute = two_digits(parts.next()?)?;
    let second = parts.next().map_or(Some(0), two_digits)?;
    if parts.next().is_some() || fraction.is_empty() || fraction.len() > 9 {
        return None;
    }
    let scale = 10_i32.checked_pow(u32::try_from(9 - fraction.len()).ok()?)?;
    let nanoseconds = digits(fraction)?.checked_mul(scale)?;
    Time::new(hour, minute, second, nanoseconds).ok()
}

/// A date and a time with a blank or a `T` between them.
pub(crate) fn date_time(text: &str) -> Option<DateTime> {
    let (day, clock) = text.split_once([' ', 'T'])?;
    Some(date(day)?.to_datetime(time(clock)?))
}

/// No text, or the zero date of the server's database.
pub(crate) fn is_unset(text: &str) -> bool {
    text.is_empty() || text.starts_with("0000-00-00")
}

fn two_digits(text: &str) -> Option<i8> {
    if text.len() == 2 { digits(text)?.try_into().ok() } else { None }
}

fn number(text: &str) -> Option<i16> {
    digits(text)?.try_into().ok()
}

/// Unlike `parse`, without a sign.
fn digits(text: &str) -> Option<i32> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
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
    }

    #[test]
    fn what_is_no_time() {
        for bad in
            ["", "2021-02-30", "0000-00-00", "2021-2-3", "21-02-03", "2021/02/03", "+021-02-03", "2021-02-0ä"]
        {
            assert_eq!(date(bad), None, "{bad:?}");
        }
        for bad in ["2021-02-03", "2021-02-03 4:05:06", "2021-02-03 04:05:06 UTC", "2021-02-03 24:00:00"] {
            assert_eq!(date_time(bad), None, "{bad:?}");
        }
        for bad in ["", "04", "04:05:06:07", "04:05:06.", "04:05:-6", "04:05:06.1234567890"] {
            assert_eq!(time(bad), None, "{bad:?}");
        }
    }
}
