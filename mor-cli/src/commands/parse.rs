//! `mor parse`: decodes a saved answer as the client would.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use super::call;
use crate::api;
use crate::cli::Globals;
use crate::exit::{Exit, Failure, Result};
use crate::output::{self, Format, RowWriter, Sink};
use crate::read;
use crate::rows::{self, MainList};
use crate::saved::Saved;
use crate::secrets::Secrets;

/// Answers up to this size are decoded as a whole, whatever the format; the rows of larger ones are streamed.
const WHOLE: u64 = 1 << 20;

/// What is decoded as a whole stays below this size.
const LARGEST: u64 = 1 << 30;

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Name of the function whose answer it is
    function: String,

    /// File with the answer; - or nothing is standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: Option<PathBuf>,
}

/// Decodes an answer.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    let format = output::format(globals, &call::FORMATS)?;
    let function = api::find(&options.function)?;
    let path = options.file.as_deref().unwrap_or(Path::new("-"));
    let failed = |error: io::Error| Failure::file(Exit::Usage, "cannot read", path, &error);
    let mut source: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(File::open(path).map_err(failed)?)
    };

    let (sink, secrets) = (Sink::open(globals)?, Secrets::new(globals));
    let mut start = Vec::new();
    source.by_ref().take(WHOLE).read_to_end(&mut start).map_err(failed)?;
    let is_long = matches!(format, Format::Jsonl | Format::Csv) && start.len() as u64 == WHOLE;
    let saved = Saved::new(&start);
    let streams = is_long && saved.status.is_success() && !saved.is_web_page();
    if streams && function.rows().is_some() {
        let mut writer = RowWriter::new(sink, format, MainList::of(function).map(|list| list.columns));
        let result = rows::stream(function, saved.body.chain(source), &secrets, &mut writer);
        let is_broken = result.as_ref().is_some_and(Result::is_err);
        // A file is complete or as it was. On standard output the rows before a mistake may be the only ones there are.
        if !(is_broken && output::is_file(globals)) {
            writer.finish()?;
        }
        return result.unwrap_or(Ok(()));
    }
    start.append(&mut read::to_end(source, LARGEST).map_err(failed)?);
    call::deliver(sink, format, function, api::decode_saved(function, &Saved::new(&start), &secrets)?)
}
