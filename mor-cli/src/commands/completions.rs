//! `mor completions`: completions for a shell.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::cli::{Cli, Globals};
use crate::exit::Result;
use crate::output::Sink;

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The shell
    shell: Shell,
}

/// Prints the completions.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    let mut sink = Sink::open(globals)?;
    let mut text = Vec::new();
    clap_complete::generate(options.shell, &mut Cli::command(), "mor", &mut text);
    std::io::Write::write_all(&mut sink, &text)?;
    sink.finish()
}
