//! `mor export`: what is too much for one call, to files, resumably.

mod calls;
mod failure;
mod progress;

use clap::{Args, Subcommand};

use crate::cli::Globals;
use crate::exit::Result;

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    what: What,
}

/// What is exported.
#[derive(Debug, Subcommand)]
enum What {
    /// Export the call records of a period to CSV, JSON lines or Parquet
    ///
    /// The period is asked for window by window, and after each the file and its state are safe: an export that was
    /// stopped, in whatever way, is continued by the same command. With a later --till a complete one is continued too.
    Calls(calls::Options),
}

/// Exports.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    match &options.what {
        What::Calls(options) => calls::run(globals, options),
    }
}
