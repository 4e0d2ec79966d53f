//! `mor simulate`: a simulated server in the foreground.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use mor_sim::{Account, Seed, Simulator};

use crate::cli::Globals;
use crate::exit::{Exit, Failure, Result};
use crate::output::Sink;
use crate::runtime;

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Port to listen on; a free one by default
    #[arg(long, short, value_name = "PORT", default_value_t = 0)]
    port: u16,

    /// TOML file with accounts, campaigns, devices, DIDs, functions and faults to start with
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    seed: Option<PathBuf>,
}

/// Runs the simulator until it is interrupted.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    let seed = options.seed.as_deref().map(read_seed).transpose()?.unwrap_or_default();
    let accounts = seed.accounts.clone();
    let sink = Sink::open(globals)?;
    let simulator = Simulator::builder().seed(seed).port(options.port).start().map_err(|error| {
        Failure::new(Exit::Network, format!("--port: cannot listen on 127.0.0.1:{}: {error}", options.port))
    })?;
    sink.only_text(&greeting(&simulator, &accounts))?;
    // Interrupting is how it is meant to end.
    match runtime::run(Failure::silent(Exit::Ok), std::future::pending::<Result<()>>()) {
        Err(failure) if failure.exit == Exit::Ok => Ok(()),
        other => other,
    }
}

fn read_seed(path: &Path) -> Result<Seed> {
    let text = crate::read::text(path)
        .map_err(|error| Failure::file(Exit::Usage, "--seed: cannot read", path, &error))?;
    Seed::from_toml(&text).map_err(|error| Failure::usage(format!("--seed: {}: {error}", path.display())))
}

fn greeting(simulator: &Simulator, accounts: &[Account]) -> String {
    let url = simulator.url();
    let names: Vec<&str> = accounts.iter().map(|account| account.username.as_str()).collect();
    format!(
        "Listening on {url}\nPage for people: {url}/ shows the last requests, and what is wrong with refused hashes\n\
         Accounts: {}\nStop with Ctrl-C. In another shell, with the key of the seed (`secret` by \
         default) in MOR_API_KEY:\n  mor --url {url} --username {} poll-results 2\n",
        names.join(", "),
        names.first().copied().unwrap_or("admin"),
    )
}
