//! How long a server wants to be left alone: the header `Retry-After`.

use core::time::Duration;

use http::HeaderMap;
use http::header::{DATE, HeaderName, RETRY_AFTER};
use jiff::Timestamp;
use jiff::fmt::{rfc2822, strtime};

/// The time of the header `Retry-After`: seconds, or the date of the end. A date that has passed is no time.
///
/// A date counts from the answer's own `Date`, if there is one: the clocks of the two machines need not agree.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = text(headers, RETRY_AFTER)?;
    if text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty() {
        // More seconds than fit are a very long time.
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let end = date(text)?;
    let start = self::text(headers, DATE).and_then(date).unwrap_or_else(Timestamp::now);
    Some(Duration::try_from(end.duration_since(start)).unwrap_or_default())
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}

/// A date in one of the three forms of RFC 9110, 5.6.7.
fn date(text: &str) -> Option<Timestamp> {
    let old = |form| {
        let date = strtime::parse(form, text).ok()?.to_datetime().ok()?;
        date.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|date| date.timestamp())
    };
    // A wrong name of the day does not make the date doubtful.
    let current = rfc2822::DateTimeParser::new().relaxed_weekday(true).parse_timestamp(text).ok();
    current.or_else(|| old("%A, %d-%b-%y %H:%M:%S GMT")).or_else(|| old("%a %b %e %H:%M:%S %Y"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(retry_after_value: &str, date: Option<&str>) -> Option<u64> {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, retry_after_value.parse().unwrap());
        if let Some(date) = date {
            headers.insert(DATE, date.parse().unwrap());
        }
        retry_after(&headers).map(|time| time.as_secs())
    }

    #[test]
    fn seconds() {
        assert_eq!(of("0", None), Some(0));
        assert_eq!(of(" 120 ", None), Some(120));
        assert_eq!(of("99999999999999999999999999", None), Some(u64::MAX));
        for none in ["", "soon", "-1", "1.5", "1 s"] {
            assert_eq!(of(none, None), None, "{none:?}");
        }
        assert_eq!(retry_after(&HeaderMap::new()), None);
    }

    #[test]
    fn a_date_in_any_form_counts_from_the_servers_own_clock() {
        let now = Some("Sun, 06 Nov 1994 08:49:07 GMT");
        assert_eq!(of("Fri, 06 Nov 1994 08:49:37 GMT", now), Some(30), "it was a Sunday");
        for end in
            ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"]
        {
            assert_eq!(of(end, now), Some(30), "{end}");
            assert_eq!(of(end, Some("nonsense")), Some(0), "{end}: long past by our clock");
        }
    }

    #[test]
    fn without_a_date_of_the_server_it_counts_from_now() {
        let end = Timestamp::now().saturating_add(jiff::SignedDuration::from_secs(60)).unwrap();
        let end = strtime::format("%a, %d %b %Y %H:%M:%S GMT", end).unwrap();
        let left = of(&end, None).unwrap();
        assert!((50..=60).contains(&left), "{left}");
    }
}
