//! The `mor` command: the API of a MOR server in a shell. Everything it knows about functions it reads from their
//! `Spec`s and the catalog; no function is listed here by hand.

mod api;
mod cli;
mod commands;
mod config;
mod exit;
mod message;
mod output;
mod params;
mod rows;
mod runtime;
mod saved;
mod suggest;
mod zone;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    match commands::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            message::failure(&failure);
            ExitCode::from(failure.exit.code())
        }
    }
}
