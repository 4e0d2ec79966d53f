//! Points in time as people write them on a command line, and what they are taken for.
//!
//! | written | read as |
//! |---|---|
//! | `2021-07-08`, `20210708` | the start of that day; at the end of a period the end of that day |
//! | `2021-07-08 10:00` (or `T`, with seconds) | that time in the zone of `--tz` |
//! | `2021-07-08T10:00+02:00`, `...Z` | that time at this offset |
//! | `2021-07-08T10:00[America/New_York]` | that time in this zone |
//! | `1625702400` | Unix seconds; below 100000000 (1973) they are in doubt |
//!
//! Whatever it is taken for is shown in a note, because a mistake here selects other records.

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;
use jiff::tz::{AmbiguousOffset, AmbiguousZoned, OffsetConflict, TimeZone};
use jiff::{Timestamp, ToSpan as _, Zoned};

use crate::cli::Globals;
use crate::{message, zone};

/// What can be written.
const EXPECTED: &str = "2026-01-31, \"2026-01-31 18:30\", 2026-01-31T18:30+02:00, 2026-01-31T18:30[Europe/Vilnius] or \
                        Unix seconds";

/// Unix seconds of nine digits begin in 1973, before any call record; shorter numbers are rarely meant as such.
const PLAUSIBLE: i64 = 100_000_000;

/// What a time says about a period, which decides what a date without a time means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The start of a period, or a time on its own: a date is the start of the day.
    Start,
    /// The last second of a period: a date is the last second of the day.
    Last,
    /// The end of a period that does not include it: a date is the start of the next day.
    End,
}

impl Role {
    /// The role of a parameter, by its name. The server includes both ends of a period.
    pub(crate) fn of_param(name: &str) -> Self {
        if matches!(name.rsplit('_').next(), Some("till" | "end")) { Self::Last } else { Self::Start }
    }
}

/// A point in time that was read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    /// Unix seconds.
    pub(crate) seconds: i64,
    /// What it was taken for.
    pub(crate) notes: Vec<String>,
    /// Why it is probably not what was meant.
    pub(crate) doubt: Option<String>,
}

impl Moment {
    /// Reads a time; one without a zone or an offset is in `zone`. The error says what is expected.
    pub(crate) fn read(text: &str, zone: &TimeZone, role: Role) -> Result<Self, String> {
        let text = text.trim();
        if let Some(date) = compact_date(text) {
            return of_date(text, date, zone, role);
        }
        if is_whole_number(text) {
            return of_seconds(text, zone);
        }
        let pieces = Pieces::parse(text).map_err(|_| unreadable(text))?;
        let zone = match pieces.to_time_zone() {
            Ok(annotated) => annotated.unwrap_or_else(|| zone.clone()),
            Err(_) => {
                return Err(format!("`{text}`: the time zone in brackets is not one of the IANA database"));
            }
        };
        match pieces.time() {
            None => of_date(text, pieces.date(), &zone, role),
            Some(time) => of_time(text, pieces.date().to_datetime(time), &pieces, &zone),
        }
    }

    /// Shows what the value of a setting was taken for.
    pub(crate) fn show(&self, name: &str, globals: &Globals) {
        if globals.quiet {
            return;
        }
        for note in &self.notes {
            message::note(&format!("{name}: {note}"));
        }
        if let Some(doubt) = &self.doubt {
            message::warning(&format!("{name}: {doubt}"));
        }
    }
}

fn unreadable(text: &str) -> String {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let milliseconds = if digits && text.len() == 13 { "; it looks like milliseconds" } else { "" };
    format!("`{text}` is not a time{milliseconds}; expected {EXPECTED}")
}

/// `20210708`. As Unix seconds, eight digits would be a time of the years 1970 to 1973.
fn compact_date(text: &str) -> Option<Date> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let date = text.parse::<Date>().ok()?;
    (1900..2200).contains(&date.year()).then_some(date)
}

fn is_whole_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn of_seconds(text: &str, zone: &TimeZone) -> Result<Moment, String> {
    // More than ten digits is a time after the year 2286, or not in seconds.
    let seconds = text.parse::<i64>().ok().filter(|seconds| seconds.unsigned_abs() < 10_000_000_000);
    let time = seconds.and_then(|second| Timestamp::from_second(second).ok());
    let (Some(seconds), Some(time)) = (seconds, time) else { return Err(unreadable(text)) };
    let at = shown(&time.to_zoned(zone.clone()));
    if seconds != 0 && seconds < PLAUSIBLE {
        let doubt = format!("as Unix seconds, {text} is {at}; is a date meant?");
        return Ok(Moment { seconds, notes: Vec::new(), doubt: Some(doubt) });
    }
    Ok(Moment { seconds, notes: vec![format!("{text} is {at}")], doubt: None })
}

fn of_date(text: &str, date: Date, zone: &TimeZone, role: Role) -> Result<Moment, String> {
    let start = |date: Date| date.to_zoned(zone.clone()).map_err(|_| unreadable(text));
    let next_day = || date.tomorrow().map_err(|_| unreadable(text)).and_then(start);
    let (time, meaning) = match role {
        Role::Start => (start(date)?, String::new()),
        Role::Last => {
            let last = next_day()?.checked_sub(1.second()).map_err(|_| unreadable(text))?;
            (last, format!("{text} means the end of that day: "))
        }
        Role::End => (next_day()?, format!("{text} means up to the end of that day: ")),
    };
    let seconds = time.timestamp().as_second();
    Ok(Moment { seconds, notes: vec![format!("{meaning}{} is {seconds}", shown(&time))], doubt: None })
}

fn of_time(text: &str, time: DateTime, pieces: &Pieces<'_>, zone: &TimeZone) -> Result<Moment, String> {
    if time.subsec_nanosecond() != 0 {
        return Err(format!("`{text}`: expected whole seconds, found a fraction of a second"));
    }
    let Some(offset) = pieces.offset() else {
        let ambiguous = zone.to_ambiguous_zoned(time);
        let change = clock_change(time, &ambiguous);
        let zoned = ambiguous.compatible().map_err(|_| unreadable(text))?;
        let mut moment = of_zoned(&zoned);
        moment.notes.extend(change.map(|change| format!("{change} {} is taken", clock(&zoned))));
        return Ok(moment);
    };
    let numeric = offset.to_numeric_offset();
    let is_utc = matches!(offset, jiff::fmt::temporal::PiecesOffset::Zulu);
    if pieces.time_zone_annotation().is_some() && !is_utc {
        let zoned = OffsetConflict::Reject.resolve(time, numeric, zone.clone());
        let zoned = zoned.and_then(AmbiguousZoned::compatible).map_err(|_| {
            let zone = zone::name(zone);
            format!("`{text}`: the offset {numeric} is not one that {zone} has at this time; leave one of them out")
        })?;
        return Ok(of_zoned(&zoned));
    }
    let time = numeric.to_timestamp(time).map_err(|_| unreadable(text))?;
    Ok(of_zoned(&time.to_zoned(zone.clone())))
}

fn of_zoned(time: &Zoned) -> Moment {
    let seconds = time.timestamp().as_second();
    Moment { seconds, notes: vec![format!("{} is {seconds}", shown(time))], doubt: None }
}

/// What is special about a time that the clocks of its zone skip or show twice.
fn clock_change(time: DateTime, ambiguous: &AmbiguousZoned) -> Option<String> {
    let (date, time, zone) = (time.date(), short(time.time()), zone::name(ambiguous.time_zone()));
    match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { .. } => None,
        AmbiguousOffset::Gap { .. } => {
            Some(format!("{date} {time} does not exist in {zone}, where the clocks were put forward;"))
        }
        AmbiguousOffset::Fold { after, .. } => Some(format!(
            "{date} {time} is twice in {zone}, where the clocks were put back (the second one is \
             {date}T{time}{after});"
        )),
    }
}

fn clock(time: &Zoned) -> String {
    format!("{} {}{}", time.date(), short(time.time()), time.offset())
}

/// Without seconds where they are zero.
fn short(time: Time) -> String {
    time.strftime(if time.second() == 0 { "%H:%M" } else { "%H:%M:%S" }).to_string()
}

fn shown(time: &Zoned) -> String {
    format!("{} in {}", time.strftime("%Y-%m-%d %H:%M:%S"), zone::name(time.time_zone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, zone: &str, role: Role) -> Result<Moment, String> {
        Moment::read(text, &TimeZone::get(zone).unwrap(), role)
    }

    fn seconds(text: &str) -> i64 {
        read(text, "Europe/Vilnius", Role::Start).unwrap().seconds
    }

    #[test]
    fn dates_and_times_with_and_without_an_offset_or_a_zone() {
        assert_eq!(seconds("2026-01-01"), 1_767_218_400);
        assert_eq!(seconds("20260101"), 1_767_218_400);
        assert_eq!(seconds("2026-01-01 00:00"), 1_767_218_400);
        assert_eq!(seconds("2026-01-01 00:00:00"), 1_767_218_400);
        assert_eq!(seconds("2026-01-01T00:00:00Z"), 1_767_225_600);
        assert_eq!(seconds("2026-07-01 03:00+03:00"), 1_782_864_000);
        assert_eq!(seconds("2021-07-08T10:00[America/New_York]"), 1_625_752_800);
        assert_eq!(seconds("2021-07-08T10:00-04:00[America/New_York]"), 1_625_752_800);
        assert_eq!(seconds("2021-07-08T14:00Z[America/New_York]"), 1_625_752_800);
        assert_eq!(seconds("2021-07-08[America/New_York]"), 1_625_716_800);
        assert_eq!(seconds("2021-07-08T10:00[+02:00]"), 1_625_731_200);
        let moment = read("2021-07-08T10:00[America/New_York]", "UTC", Role::Last).unwrap();
        assert_eq!(moment.notes, ["2021-07-08 10:00:00 in America/New_York is 1625752800"]);
    }

    #[test]
    fn whole_numbers_are_dates_or_unix_seconds_in_a_plausible_range() {
        let notes = |text| read(text, "UTC", Role::Start).unwrap().notes;
        assert_eq!(notes("20210708"), ["2021-07-08 00:00:00 in UTC is 1625702400"]);
        assert_eq!(notes("1625702400"), ["1625702400 is 2021-07-08 00:00:00 in UTC"]);
        assert_eq!(notes("100000000"), ["100000000 is 1973-03-03 09:46:40 in UTC"]);
        assert_eq!(notes("0"), ["0 is 1970-01-01 00:00:00 in UTC"]);
        let doubt = |text| read(text, "UTC", Role::Start).unwrap().doubt.unwrap();
        assert_eq!(doubt("2021"), "as Unix seconds, 2021 is 1970-01-01 00:33:41 in UTC; is a date meant?");
        assert_eq!(
            doubt("20219999"),
            "as Unix seconds, 20219999 is 1970-08-23 00:39:59 in UTC; is a date meant?"
        );
        assert_eq!(doubt("-1"), "as Unix seconds, -1 is 1969-12-31 23:59:59 in UTC; is a date meant?");
        let milliseconds = read("1625702400000", "UTC", Role::Start).unwrap_err();
        assert_eq!(
            milliseconds,
            "`1625702400000` is not a time; it looks like milliseconds; expected 2026-01-31, \
             \"2026-01-31 18:30\", 2026-01-31T18:30+02:00, 2026-01-31T18:30[Europe/Vilnius] or Unix seconds"
        );
    }

    #[test]
    fn a_date_at_the_end_of_a_period_is_the_end_of_that_day() {
        let moment = |text, role| read(text, "Europe/Vilnius", role).unwrap();
        let last = moment("2021-07-08", Role::Last);
        assert_eq!(last.seconds, 1_625_777_999);
        let note = "means the end of that day: 2021-07-08 23:59:59 in Europe/Vilnius is 1625777999";
        assert_eq!(last.notes, [format!("2021-07-08 {note}")]);
        assert_eq!(moment("20210708", Role::Last).notes, [format!("20210708 {note}")]);
        let end = moment("2021-07-08", Role::End);
        assert_eq!(end.seconds, 1_625_778_000);
        let note =
            "2021-07-08 means up to the end of that day: 2021-07-09 00:00:00 in Europe/Vilnius is 1625778000";
        assert_eq!(end.notes, [note]);
        assert_eq!(moment("2021-07-08 00:00", Role::Last).seconds, 1_625_691_600);
        // Days of 23 and 25 hours.
        assert_eq!(moment("2021-03-28", Role::End).seconds - seconds("2021-03-28"), 23 * 3600);
        assert_eq!(moment("2021-10-31", Role::Last).seconds - seconds("2021-10-31"), 25 * 3600 - 1);
        assert_eq!(["period_end", "s_till", "till"].map(Role::of_param), [Role::Last; 3]);
        assert_eq!(["period_start", "first_use", "ended"].map(Role::of_param), [Role::Start; 3]);
    }

    #[test]
    fn times_that_the_clocks_skip_or_show_twice_have_a_note() {
        let gap = read("2021-03-28 03:30", "Europe/Vilnius", Role::Start).unwrap();
        assert_eq!(
            gap.notes,
            [
                "2021-03-28 04:30:00 in Europe/Vilnius is 1616895000",
                "2021-03-28 03:30 does not exist in Europe/Vilnius, where the clocks were put forward; \
                 2021-03-28 04:30+03 is taken"
            ]
        );
        let fold = read("2021-10-31T03:30:05", "Europe/Vilnius", Role::Start).unwrap();
        assert_eq!(
            fold.notes,
            [
                "2021-10-31 03:30:05 in Europe/Vilnius is 1635640205",
                "2021-10-31 03:30:05 is twice in Europe/Vilnius, where the clocks were put back (the second one \
                 is 2021-10-31T03:30:05+02); 2021-10-31 03:30:05+03 is taken"
            ]
        );
        assert_eq!(seconds("2021-10-31T03:30:05+02"), fold.seconds + 3600);
    }

    #[test]
    fn what_is_not_a_time() {
        let error = |text| read(text, "UTC", Role::Start).unwrap_err();
        for text in
            ["", "yesterday", "2021-13-08", "2021-07-08T25:00", "08.07.2021", "2021-07-08 10:00 UTC", "1e9"]
        {
            assert!(
                error(text).starts_with(&format!("`{text}` is not a time; expected 2026-01-31")),
                "{text}"
            );
        }
        assert_eq!(
            error("2021-07-08T10:00[Mars/Base]"),
            "`2021-07-08T10:00[Mars/Base]`: the time zone in brackets is not one of the IANA database"
        );
        assert_eq!(
            error("2021-07-08T10:00+02:00[America/New_York]"),
            "`2021-07-08T10:00+02:00[America/New_York]`: the offset +02 is not one that America/New_York has at \
             this time; leave one of them out"
        );
        assert_eq!(
            error("2021-07-08 10:00:00.5"),
            "`2021-07-08 10:00:00.5`: expected whole seconds, found a fraction of a second"
        );
    }
}
