//! `user_calls_get`: the calls of the sample that began in the period. A list that is asked for in parts must not
//! have every call in each of them.

use jiff::{civil::DateTime, tz::TimeZone};

use super::{Call, Done, sample};

const CALL: &str = "<call>";

pub(super) fn answer(call: &Call<'_>) -> Done {
    let mut done = sample::answer(call);
    let second = |name| call.params.filled(name).and_then(|text| text.trim().parse::<i64>().ok());
    let (start, end) = (second("period_start"), second("period_end"));
    // Without a period MOR takes today, on which the sample has no calls.
    if start.is_none() && end.is_none() {
        return done;
    }
    let Ok(body) = std::str::from_utf8(&done.answer.body) else { return done };
    let Some((before, calls, behind)) = list(body) else { return done };
    let period = start.unwrap_or(i64::MIN)..=end.unwrap_or(i64::MAX);
    let kept: Vec<&str> = calls
        .split_inclusive("</call>")
        .filter(|row| began(row).is_some_and(|at| period.contains(&at)))
        .collect();
    let all = calls.matches(CALL).count();
    let list =
        if kept.is_empty() { String::new() } else { format!("<calls>{}\n    </calls>", kept.concat()) };
    let total = |count: usize| format!("<total_calls>{count}</total_calls>");
    let before = before.replace(&total(all), &total(kept.len()));
    done.answer.body = format!("{before}{list}{behind}").into_bytes();
    done
}

/// What stands before, inside and behind the element around the calls.
fn list(body: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = body.split_once("<calls>")?;
    let (calls, behind) = rest.split_once("</calls>")?;
    Some((before, calls, behind))
}

/// When a call began, in seconds since 1970; the simulated server is in UTC.
fn began(row: &str) -> Option<i64> {
    let (_, rest) = row.split_once("<calldate2>")?;
    let (time, _) = rest.split_once("</calldate2>")?;
    let time: DateTime = time.trim().parse().ok()?;
    Some(time.to_zoned(TimeZone::UTC).ok()?.timestamp().as_second())
}
