//! The commands, one file each.

pub(crate) mod balance;
pub(crate) mod call;
pub(crate) mod completions;
pub(crate) mod describe;
pub(crate) mod doctor;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod functions;
pub(crate) mod man;
pub(crate) mod parse;
pub(crate) mod poll_results;
pub(crate) mod raw;
pub(crate) mod scaffold;
pub(crate) mod simulate;
pub(crate) mod verify_hash;

use crate::cli::{Cli, Command};
use crate::exit::Result;

/// Does what the command line says.
pub(crate) fn run(cli: Cli) -> Result<()> {
    let Cli { globals, command } = cli;
    // An unknown zone is reported even where no time is given; the machine's own matters only where one is.
    if let Some(zone) = &globals.tz {
        crate::zone::zone(Some(zone))?;
    }
    match command {
        Command::Functions(options) => functions::run(&globals, &options),
        Command::Describe(options) => describe::run(&globals, &options),
        Command::Explain(options) => explain::run(&globals, &options),
        Command::Call(options) => call::run(&globals, &options),
        Command::Parse(options) => parse::run(&globals, &options),
        Command::VerifyHash(options) => verify_hash::run(&globals, &options),
        Command::PollResults(options) => poll_results::run(&globals, &options),
        Command::Export(options) => export::run(&globals, &options),
        Command::Balance(options) => balance::run(&globals, &options),
        Command::Doctor(options) => doctor::run(&globals, &options),
        Command::Scaffold(options) => scaffold::run(&globals, &options),
        Command::Simulate(options) => simulate::run(&globals, &options),
        Command::Completions(options) => completions::run(&globals, &options),
        Command::Man => man::run(&globals),
    }
}
