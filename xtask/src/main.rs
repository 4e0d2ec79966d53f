//! Tasks of the repository: `cargo xtask help`.

mod bench;
mod gate;
mod metadata;
mod public_api;
mod shell;
mod supply_chain;

use std::process::ExitCode;

use lexopt::prelude::*;

/// Errors of tasks, shown to whoever runs them.
type Result<T> = core::result::Result<T, Box<dyn core::error::Error + Send + Sync>>;

fn main() -> ExitCode {
    if let Some(status) = public_api::as_rustdoc() {
        return status;
    }
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = lexopt::Parser::from_env();
    let task = match arguments.next()? {
        Some(Value(task)) => task.string()?,
        None | Some(Long("help")) => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    match task.as_str() {
        "bench" => bench::run(&mut arguments),
        "gate" => gate::run(&mut arguments),
        "public-api" => public_api::run(&mut arguments),
        "supply-chain" => supply_chain::run(),
        "published" => {
            metadata::Metadata::read()?.published().for_each(|package| println!("{}", package.name()));
            Ok(())
        }
        "help" => {
            print!("{}", include_str!("help.txt"));
            Ok(())
        }
        _ => Err(format!("there is no task `{task}`; `cargo xtask help` lists them").into()),
    }
}
