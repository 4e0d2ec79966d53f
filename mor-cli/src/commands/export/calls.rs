//! `mor export calls`: call records.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, ValueHint};
use jiff::Timestamp;
use mor_api::RetryPolicy;
use mor_endpoints::{UserFilter, UserId};
use mor_export::{Export, Format as FileFormat, Progress, Summary};

use super::failure;
use super::progress::Reporter;
use crate::cli::Globals;
use crate::config::{Settings, Wants};
use crate::exit::{Exit, Failure, Result};
use crate::moment::{Moment, Role};
use crate::output::{self, Format};
use crate::{message, runtime, zone};

const HOUR: Duration = Duration::from_secs(3600);
const DAY: Duration = Duration::from_secs(24 * 3600);

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Start of the period, such as 2026-01-31, "2026-01-31 18:30" (in the zone of --tz), 2026-01-31T18:30+02:00 or
    /// Unix seconds
    #[arg(long, value_name = "TIME")]
    from: String,

    /// End of the period: a date is included, up to the end of the day; a call at this very time is not
    #[arg(long, value_name = "TIME")]
    till: String,

    /// Only calls of this user, by ID; everybody the caller may see by default
    #[arg(long, value_name = "ID", value_parser = user)]
    user: Option<UserFilter>,

    /// Where to keep how far the export is; beside the file, or in the folder, by default
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    state: Option<PathBuf>,

    /// How much of the period is asked for at once, such as 15m, 1h or 1d; 1h, and 1d for Parquet, by default
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    window: Option<Duration>,

    /// How often to try a window again when the network or the server fails
    #[arg(long, value_name = "N", default_value_t = 3)]
    retries: u32,
}

/// Exports what is not exported yet.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    let form = output::format(globals, &[Format::Csv, Format::Jsonl, Format::Parquet])?;
    let (format, name, window) = match form {
        Format::Parquet => (FileFormat::Parquet, "calls", DAY),
        Format::Jsonl => (FileFormat::JsonLines, "calls.jsonl", HOUR),
        _ => (FileFormat::Csv, "calls.csv", HOUR),
    };
    let out = globals.output.as_deref().unwrap_or(Path::new(name));
    check(out, form)?;
    let from = time("--from", &options.from, Role::Start, globals)?;
    let till = time("--till", &options.till, Role::End, globals)?;
    if from >= till {
        return Err(Failure::usage("--till: the period must end after it starts"));
    }
    if till > Timestamp::now() {
        return Err(Failure::usage("--till: the period is not over yet: calls of it are still to come")
            .hint("a date includes its whole day; with a time, such as \"2026-01-31 00:00\", the period ends there"));
    }

    let wants = Wants { username: true, key: true, password: false };
    let connection = Settings::load(globals)?.connect(wants)?;
    let mut export = Export::calls(connection.client.clone(), from, till, format, out)
        .user(options.user.unwrap_or(UserFilter::All))
        .window(options.window.unwrap_or(window))
        .retries(RetryPolicy { max_tries: options.retries.saturating_add(1), ..mor_export::RETRIES });
    if let Some(state) = &options.state {
        export = export.state_file(state);
    }
    let reporter = Reporter::new(globals);
    let result = runtime::run(interrupted(&export), async {
        export.run(&mut |progress: Progress| reporter.show(progress)).await.map_err(failure::of)
    });
    reporter.finish();
    let summary = result?;
    if !globals.quiet {
        message::note(&told(&summary, out));
    }
    Ok(())
}

/// Whether an export can go there. Nothing was asked of the server yet.
fn check(out: &Path, format: Format) -> Result<()> {
    let place = || out.display();
    if out == Path::new("-") {
        return Err(Failure::usage("--output: an export goes to a file, so that it can be resumed")
            .hint("mor call user_calls_get writes to standard output"));
    }
    match std::fs::metadata(out) {
        Ok(meta) if format == Format::Parquet && !meta.is_dir() => {
            Err(Failure::usage(format!("--output: {} is not a folder; Parquet is written to one", place())))
        }
        Ok(meta) if format != Format::Parquet && !meta.is_file() => {
            Err(Failure::usage(format!("--output: {} is not a regular file", place())))
        }
        _ => Ok(()),
    }
}

/// A time of the command line. There are no calls before Unix times are plausible.
fn time(option: &str, text: &str, role: Role, globals: &Globals) -> Result<Timestamp> {
    let zone = zone::zone(globals.tz.as_deref())?;
    let moment = Moment::read(text, &zone, role);
    let moment = moment.map_err(|problem| Failure::usage(format!("{option}: {problem}")))?;
    if let Some(doubt) = moment.doubt {
        return Err(Failure::usage(format!("{option}: {doubt}")));
    }
    moment.show(option, globals);
    Timestamp::from_second(moment.seconds)
        .map_err(|error| Failure::usage(format!("{option}: `{text}` is not a time: {error}")))
}

fn interrupted(export: &Export) -> Failure {
    let (out, state) = (export.out().display().to_string(), export.state_path().display().to_string());
    Failure::new(Exit::Interrupted, format!("interrupted; {state} says what of {out} is complete"))
        .hint(failure::RESUME)
}

fn told(summary: &Summary, out: &Path) -> String {
    let Summary { rows, rows_added, windows, .. } = summary;
    let calls = |count: u64| if count == 1 { "1 call".to_owned() } else { format!("{count} calls") };
    let out = out.display();
    match (windows, rows_added == rows) {
        (0, _) => format!("{out} was complete already, with {}", calls(*rows)),
        (_, true) => format!("{} in {out}", calls(*rows)),
        (_, false) => format!("{} in {out}, {rows_added} of them new", calls(*rows)),
    }
}

fn user(text: &str) -> std::result::Result<UserFilter, String> {
    match text.parse() {
        Ok(id) => Ok(UserFilter::User(UserId(id))),
        Err(_) if text == "all" => Ok(UserFilter::All),
        Err(_) => Err("right is the ID of a user, such as 5, or all".to_owned()),
    }
}

fn duration(text: &str) -> std::result::Result<Duration, String> {
    let (number, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    let seconds = match unit.trim() {
        "" | "s" => 1,
        "m" | "min" => 60,
        "h" => 3600,
        "d" => 24 * 3600,
        _ => 0,
    };
    let total = number.parse::<u64>().ok().and_then(|number| number.checked_mul(seconds));
    total
        .filter(|total| *total > 0)
        .map(Duration::from_secs)
        .ok_or_else(|| "right is 90s, 15m, 1h or 1d".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        for (text, seconds) in [("90", 90), ("90s", 90), ("15m", 900), ("1h", 3600), ("2 d", 172_800)] {
            assert_eq!(duration(text), Ok(Duration::from_secs(seconds)), "{text}");
        }
        for text in ["", "h", "0", "0h", "1w", "-1h", "1.5h", "99999999999999999999d"] {
            assert!(duration(text).is_err(), "{text}");
        }
    }
}
