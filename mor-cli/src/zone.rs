//! The time zone of times on the command line and in messages.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::exit::{Failure, Result};

/// The zone of `--tz`, or the machine's.
pub(crate) fn zone(name: Option<&str>) -> Result<TimeZone> {
    match name {
        None => Ok(TimeZone::system()),
        Some(name) => TimeZone::get(name).map_err(|_| {
            Failure::usage(format!(
                "--tz: `{name}` is no time zone of the IANA database; right is, for example, \
                                    Europe/Vilnius or UTC"
            ))
        }),
    }
}

/// What to call a zone in a message.
pub(crate) fn name(zone: &TimeZone) -> String {
    match zone.iana_name() {
        Some(name) => name.to_owned(),
        None => format!("UTC{}", zone.to_offset(Timestamp::now())),
    }
}

/// A point in time that somebody wrote: a date, a date and a time, or either with an offset. What has no offset is in
/// `zone`.
pub(crate) fn read(text: &str, zone: &TimeZone) -> Option<Zoned> {
    let text = text.trim();
    if let Ok(timestamp) = text.parse::<Timestamp>() {
        return Some(timestamp.to_zoned(zone.clone()));
    }
    let civil = match text.parse::<Date>() {
        Ok(date) if text.len() == "YYYY-MM-DD".len() => date.at(0, 0, 0, 0),
        _ => text.parse::<DateTime>().ok()?,
    };
    civil.to_zoned(zone.clone()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_with_and_without_an_offset() {
        let zone = zone(Some("Europe/Vilnius")).unwrap();
        let seconds = |text| read(text, &zone).map(|time| time.timestamp().as_second());
        assert_eq!(seconds("2026-01-01"), Some(1_767_218_400));
        assert_eq!(seconds("2026-01-01 00:00"), Some(1_767_218_400));
        assert_eq!(seconds("2026-01-01 00:00:00"), Some(1_767_218_400));
        assert_eq!(seconds("2026-01-01T00:00:00Z"), Some(1_767_225_600));
        assert_eq!(seconds("2026-07-01 03:00+03:00"), Some(1_782_864_000));
        assert_eq!(seconds("yesterday"), None);
    }

    #[test]
    fn an_unknown_zone_is_a_usage_error() {
        assert!(zone(Some("Europe/Nowhere")).unwrap_err().message.contains("--tz"));
        assert_eq!(name(&TimeZone::UTC), "UTC");
    }
}
