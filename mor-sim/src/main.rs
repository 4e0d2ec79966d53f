//! Runs the simulator in the foreground.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
    thread,
};

use mor_sim::{Account, Recording, Seed, Simulator};

const HELP: &str = "\
Simulates the API of a Kolmisoft MOR server on 127.0.0.1, until it is interrupted.

Usage: mor-sim [--port N] [--seed FILE] [--replay PATH]

Options:
  --port N       listen on this port (default: a free one)
  --seed FILE    start with the accounts, campaigns, devices, DIDs, functions and
                 faults of this TOML file
  --replay PATH  answer from the recording in this TOML file, or in the files of this
                 folder
  --help         print this help
  --version      print the version
";

enum Command {
    Run { port: u16, seed: Option<PathBuf>, replay: Option<PathBuf> },
    Print(String),
}

fn main() -> ExitCode {
    match parse(lexopt::Parser::from_env()) {
        Err(error) => {
            eprintln!("mor-sim: {error}\nTry `mor-sim --help`.");
            ExitCode::from(2)
        }
        Ok(command) => match execute(command) {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                eprintln!("mor-sim: {message}");
                ExitCode::FAILURE
            }
        },
    }
}

fn parse(mut arguments: lexopt::Parser) -> Result<Command, lexopt::Error> {
    use lexopt::prelude::{Long, Short, ValueExt as _};

    let (mut port, mut seed, mut replay) = (0, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("port") => port = arguments.value()?.parse()?,
            Long("seed") => seed = Some(PathBuf::from(arguments.value()?)),
            Long("replay") => replay = Some(PathBuf::from(arguments.value()?)),
            Short('h') | Long("help") => return Ok(Command::Print(HELP.to_owned())),
            Short('V') | Long("version") => {
                return Ok(Command::Print(concat!("mor-sim ", env!("CARGO_PKG_VERSION"), "\n").to_owned()));
            }
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(Command::Run { port, seed, replay })
}

fn execute(command: Command) -> Result<(), String> {
    let (port, seed, replay) = match command {
        Command::Print(text) => {
            return io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string());
        }
        Command::Run { port, seed, replay } => (port, seed, replay),
    };
    let seed = seed.map_or_else(|| Ok(Seed::default()), |path| read_seed(&path))?;
    let accounts = seed.accounts.clone();
    let mut builder = Simulator::builder().seed(seed).port(port);
    if let Some(path) = replay {
        // Read here first, so that an error of the file is not reported as one of the port.
        Recording::load(&path).map_err(|error| format!("--replay: {error}"))?;
        builder = builder.replay(path);
    }
    let simulator = builder.start().map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => format!("--replay: {error}"),
        _ => format!("cannot listen on 127.0.0.1:{port}: {error}"),
    })?;

    io::stdout().write_all(greeting(&simulator, &accounts).as_bytes()).map_err(|error| error.to_string())?;
    loop {
        thread::park();
    }
}

fn greeting(simulator: &Simulator, accounts: &[Account]) -> String {
    let url = simulator.url();
    let account = |account: &Account| {
        let owner = account.owner.as_ref().map_or_else(String::new, |owner| format!(" of {owner}"));
        format!("  u={} ({:?}{owner})\n", account.username, account.role)
    };
    let accounts: String = accounts.iter().map(account).collect();
    format!(
        "Listening on {url}\nAccounts:\n{accounts}\
         Keys and passwords are those of the seed file; the key of the default admin is `secret`.\n\
         A page for people: {url}/\n\
         Try: curl -d 'u=admin&p=admin1&test=1' {url}/billing/api/user_login\n"
    )
}

fn read_seed(path: &Path) -> Result<Seed, String> {
    let text =
        fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    Seed::from_toml(&text).map_err(|error| format!("{}: {error}", path.display()))
}
