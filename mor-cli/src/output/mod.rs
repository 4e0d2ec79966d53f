//! Where data goes and in which form.

mod sink;
mod standard;
mod table;
mod writer;

use clap::ValueEnum;
use serde_json::Value;

pub(crate) use self::sink::Sink;
pub(crate) use self::table::{Table, bar};
pub(crate) use self::writer::{RowWriter, cell, columns_of};
use crate::cli::Globals;
use crate::exit::{Failure, Result};

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

/// The wanted format if the command has it; the first one it has if none is wanted.
pub(crate) fn format(globals: &Globals, known: &[Format]) -> Result<Format> {
    let Some(wanted) = globals.format else { return Ok(known.first().copied().unwrap_or(Format::Json)) };
    if known.contains(&wanted) {
        return Ok(wanted);
    }
    let names: Vec<&str> = known.iter().map(|format| format.name()).collect();
    Err(Failure::usage(format!(
        "--format: this command does not write {}; it writes {}",
        wanted.name(),
        names.join(", ")
    )))
}

/// Writes a value as a JSON document; for commands that send nothing.
pub(crate) fn json(globals: &Globals, value: &Value) -> Result<()> {
    Sink::open(globals)?.json(value)
}

/// Writes a text; for commands that send nothing.
pub(crate) fn text(globals: &Globals, text: &str) -> Result<()> {
    Sink::open(globals)?.only_text(text)
}
