//! Where data goes and in which form.

mod cells;
mod sink;
mod standard;
mod table;
mod writer;

use std::path::Path;

use clap::ValueEnum;
use serde_json::Value;

pub(crate) use self::sink::Sink;
pub(crate) use self::table::{Table, bar};
pub(crate) use self::writer::{RowWriter, cell};
use crate::cli::Globals;
use crate::exit::{Failure, Result};
use crate::message;

/// The form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[value(alias = "text")]
    Table,
    /// One JSON document
    Json,
    /// One JSON object a line
    Jsonl,
    /// Comma-separated values with a header
    Csv,
    /// A folder of Parquet files; only mor export writes it
    Parquet,
}

impl Format {
    fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Parquet => "parquet",
        }
    }
}

/// The format of `--format`, else the one that the name of the output ends in.
pub(crate) fn wanted(globals: &Globals) -> Option<Format> {
    globals.format.or_else(|| of_output(globals))
}

/// The format that is wanted if the command has it; the first one it has if none is wanted.
pub(crate) fn format(globals: &Globals, known: &[Format]) -> Result<Format> {
    let Some(wanted) = wanted(globals) else { return Ok(known.first().copied().unwrap_or(Format::Json)) };
    let (name, explicit) = (wanted.name(), globals.format.is_some());
    if !known.contains(&wanted) {
        let names: Vec<&str> = known.iter().map(|format| format.name()).collect();
        let option = if explicit { "--format" } else { "--output" };
        let names = names.join(", ");
        let failure =
            Failure::usage(format!("{option}: this command does not write {name}; it writes {names}"));
        return Err(if explicit {
            failure
        } else {
            failure.hint("--format sets the format, whatever the name")
        });
    }
    match of_output(globals) {
        Some(other) if other != wanted && !globals.quiet => {
            let other = other.name();
            message::note(&format!(
                "--output ends in .{other}; it is written as {name}, because --format says so"
            ));
        }
        _ => {}
    }
    Ok(wanted)
}

fn of_output(globals: &Globals) -> Option<Format> {
    globals.output.as_deref().and_then(of_name)
}

/// `calls.csv` is CSV.
fn of_name(path: &Path) -> Option<Format> {
    let extension = path.extension()?.to_str()?.to_lowercase();
    match extension.as_str() {
        "json" => Some(Format::Json),
        "jsonl" | "ndjson" => Some(Format::Jsonl),
        "csv" => Some(Format::Csv),
        "parquet" => Some(Format::Parquet),
        _ => None,
    }
}

/// Whether the output is a file, which is replaced when it is complete.
pub(crate) fn is_file(globals: &Globals) -> bool {
    globals.output.as_deref().is_some_and(|path| path != Path::new("-"))
}

/// Writes a value as a JSON document; for commands that send nothing.
pub(crate) fn json(globals: &Globals, value: &Value) -> Result<()> {
    Sink::open(globals)?.json(value)
}

/// Writes a text; for commands that send nothing.
pub(crate) fn text(globals: &Globals, text: &str) -> Result<()> {
    Sink::open(globals)?.only_text(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_output_sets_the_format() {
        let of_name = |name: &str| of_name(Path::new(name));
        assert_eq!(of_name("a/calls.csv"), Some(Format::Csv));
        assert_eq!(of_name("CALLS.CSV"), Some(Format::Csv));
        assert_eq!(of_name("calls.jsonl"), Some(Format::Jsonl));
        assert_eq!(of_name("calls.ndjson"), Some(Format::Jsonl));
        assert_eq!(of_name("calls.json"), Some(Format::Json));
        assert_eq!(of_name("calls.parquet"), Some(Format::Parquet));
        for name in ["calls", "calls.txt", "calls.csv.gz", "-", ".csv", "/dev/stdout"] {
            assert_eq!(of_name(name), None, "{name}");
        }
    }
}
