//! The `mor` command: the API of a MOR server in a shell. Everything it knows about functions it reads from their
//! `Spec`s and the catalog; no function is listed here by hand.

mod api;
mod callee;
mod cli;
mod commands;
mod config;
mod exit;
mod input;
mod message;
mod moment;
mod output;
mod params;
mod read;
mod rows;
mod runtime;
mod saved;
mod secrets;
mod signals;
mod suggest;
mod zone;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    // Asked by the completion scripts, for a command line that is not finished and may not parse.
    if let Some(candidates) = commands::completions::asked() {
        return candidates;
    }
    let cli = cli::Cli::parse();
    match commands::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            message::failure(&failure);
            ExitCode::from(failure.exit.code())
        }
    }
}
