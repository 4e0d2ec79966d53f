//! `mor completions`: completions for a shell.
//!
//! Commands and options come from clap's own script. What only the declarations know, names of functions, parameters,
//! their values and groups, `mor __complete WORD...` prints: the scripts of bash, zsh and fish ask it first.

mod candidates;

use std::process::ExitCode;

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::cli::{Cli, Globals};
use crate::exit::{Failure, Result};
use crate::output::Sink;

/// The hidden first argument.
const ASK: &str = "__complete";

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The shell
    shell: Shell,
}

/// Prints the completions.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    let mut text = Vec::new();
    clap_complete::generate(options.shell, &mut Cli::command(), "mor", &mut text);
    let text = String::from_utf8(text)
        .map_err(|error| Failure::usage(format!("completions: the script is not UTF-8: {error}")))?;
    let script = match options.shell {
        Shell::Bash => text + include_str!("names.bash"),
        Shell::Zsh => {
            // The file is called `_mor`, as the function that zsh runs is.
            let names = include_str!("names.zsh");
            text.replacen("\n_mor() {\n", &format!("\n{names}\n_mor_options() {{\n"), 1)
        }
        Shell::Fish => text + include_str!("names.fish"),
        _ => text,
    };
    let mut sink = Sink::open(globals)?;
    sink.text(&script)?;
    sink.finish()
}

/// Answers `mor __complete WORD...`, if that was asked: the words of a command line after `mor`, the last of which is
/// being typed. A candidate and its description are a line, with a tab between them.
pub(crate) fn asked() -> Option<ExitCode> {
    use std::io::Write as _;
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next()? != ASK {
        return None;
    }
    let words: Vec<String> = arguments.map(|word| word.to_string_lossy().into_owned()).collect();
    let mut text = String::new();
    for (word, description) in candidates::of(&words) {
        text.push_str(&word);
        text.push('\t');
        text.push_str(&description);
        text.push('\n');
    }
    // A shell that does not listen any more is no failure.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Some(ExitCode::SUCCESS)
}
