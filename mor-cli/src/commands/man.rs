//! `mor man`: the manual page, with all commands.

use std::io::Write as _;

use clap::{Command, CommandFactory as _};
use clap_mangen::Man;

use crate::cli::{Cli, Globals};
use crate::exit::Result;
use crate::output::Sink;

/// Prints the page: the command itself, then a chapter for each of its commands.
pub(crate) fn run(globals: &Globals) -> Result<()> {
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    chapters(&command, "mor", &mut page)?;
    let mut sink = Sink::open(globals)?;
    sink.write_all(&page)?;
    sink.finish()
}

fn chapters(command: &Command, above: &str, page: &mut Vec<u8>) -> Result<()> {
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        let title = format!("{above} {}", sub.get_name());
        writeln!(page, ".SH {}", title.to_uppercase())?;
        let man = Man::new(sub.clone());
        man.render_synopsis_section(page)?;
        man.render_description_section(page)?;
        if sub.has_subcommands() {
            chapters(sub, &title, page)?;
        } else {
            man.render_options_section(page)?;
        }
    }
    Ok(())
}
