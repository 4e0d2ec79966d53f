//! What can be written on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueHint};

use crate::commands;
use crate::output::Format;

const AFTER_HELP: &str = "\
Environment:
  MOR_PROFILE, MOR_URL, MOR_USERNAME, MOR_API_KEY, MOR_PASSWORD  go before the configuration file
  MOR_CONFIG    another configuration file than ~/.config/mor/config.toml
  NO_COLOR      no colours

Exit codes:
  0  done                        5  not found
  1  a check says no             6  MOR refused
  2  wrong command line          7  network
  3  configuration               8  outcome unknown: look before you repeat
  4  authentication or hash      9  answer not understood
  10  partly done: one part was carried out, another was not
  11  the output could not be written; what was asked for may be done
  129, 130, 143  stopped by a hang-up, Ctrl-C or SIGTERM (8 during a change)

`mor --demo COMMAND` tries any command against a simulated server.";

/// The API of a Kolmisoft MOR server in a shell.
///
/// Calls every function of the billing API, explains every hash, and makes reports. Data goes to standard output,
/// messages to standard error.
#[derive(Debug, Parser)]
#[command(name = "mor", version, after_help = AFTER_HELP, propagate_version = true, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// Options of every command.
    #[command(flatten)]
    pub(crate) globals: Globals,

    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, Default, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Globals {
    /// Profile of the configuration file
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) profile: Option<String>,

    /// Configuration file instead of ~/.config/mor/config.toml
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) config: Option<PathBuf>,

    /// Base URL of the server, such as <https://switch.example.com>
    #[arg(long, global = true, value_name = "URL", value_hint = ValueHint::Url)]
    pub(crate) url: Option<String>,

    /// Username of the caller, sent as u
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) username: Option<String>,

    /// File with the API secret key
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) api_key_file: Option<PathBuf>,

    /// Command that prints the API secret key
    #[arg(long, global = true, value_name = "COMMAND", conflicts_with = "api_key_file")]
    pub(crate) api_key_command: Option<String>,

    /// File with the password of the caller, for the functions that take one
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) password_file: Option<PathBuf>,

    /// Send no hash: for servers that do not check it
    #[arg(long, global = true)]
    pub(crate) unsigned: bool,

    /// Allow http to other machines: everybody on the way can read and repeat the requests
    #[arg(long, global = true)]
    pub(crate) allow_http: bool,

    /// How long a try of a call may take
    #[arg(long, global = true, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) timeout: Option<u64>,

    /// Try every call once: by default one that only reads, or was certainly not sent, is tried up to three times
    #[arg(long, global = true)]
    pub(crate) no_retry: bool,

    /// Run against an embedded simulator; user and key of the environment still apply
    #[arg(long, global = true, conflicts_with_all = ["url", "profile"])]
    pub(crate) demo: bool,

    /// Time zone of times on the command line and in messages, such as Europe/Vilnius; the machine's by default
    #[arg(long, global = true, value_name = "ZONE")]
    pub(crate) tz: Option<String>,

    /// Form of the output; else the name of --output sets it: .json, .jsonl, .csv or .parquet
    #[arg(long, short, global = true, value_enum)]
    pub(crate) format: Option<Format>,

    /// Write the output to a file, whole or not at all
    #[arg(long, short, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,

    /// Print the secrets of answers (PINs, passwords), which are masked by default
    #[arg(long, global = true)]
    pub(crate) show_secrets: bool,

    /// No progress and no notes; errors are still shown
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the functions of the API
    Functions(commands::functions::Options),
    /// Describe a function: parameters, hash, answers, errors
    Describe(commands::describe::Options),
    /// Show how a request is signed and what would be sent, without sending it
    Explain(commands::explain::Options),
    /// Call a function
    Call(commands::call::Options),
    /// Decode a saved answer as if it had just come
    Parse(commands::parse::Options),
    /// Find out what a hash was made from
    VerifyHash(commands::verify_hash::Options),
    /// Get the IVR poll results of one or more campaigns
    PollResults(commands::poll_results::Options),
    /// Export call records to files, resumably
    Export(commands::export::Options),
    /// Show a balance; with --below an alarm for monitoring
    Balance(commands::balance::Options),
    /// Find out what is wrong with the connection to a server
    Doctor(commands::doctor::Options),
    /// Write an endpoint file from the text of a vendor's documentation page
    Scaffold(commands::scaffold::Options),
    /// Run a simulated server in the foreground
    Simulate(commands::simulate::Options),
    /// Print completions for a shell
    Completions(commands::completions::Options),
    /// Print the manual page
    Man,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_options_are_consistent() {
        Cli::command().debug_assert();
    }
}
