//! `mor verify-hash`: how a hash was made, for those who debug a client.
//!
//! The simulator has a search of its own, `mor_sim::Diagnosis`, and the two share no code. The simulator has the request as it
//! arrived and the catalog, knows what the server drops or rewrites, and must not use the client's code, which it checks.
//! This one has the client's side only: the `Spec`, the values on the command line, and keys that may have been used; and it
//! may search for seconds, through orders and forms of values that no server has the time to try. Both are tested with the
//! same list of recipes, `tests/hash_recipes.toml`.

mod digits;
mod keys;
mod recipe;
mod report;
mod request;
mod search;
mod variants;
mod wide;

use std::path::PathBuf;

use clap::{Args, ValueHint};

use self::digits::Digits;
use self::report::Report;
use self::request::Request;
use self::search::Search;
use crate::cli::Globals;
use crate::config::Settings;
use crate::exit::{Exit, Failure, Result};
use crate::output::{self, Format};
use crate::params;

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Name of the function; one that is not declared is tried with the given parameters
    function: String,

    #[command(flatten)]
    sources: params::Sources,

    /// The hash to explain
    #[arg(long, value_name = "HASH")]
    expect: String,

    /// File with further keys that the client may have used, one a line
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    keys_file: Vec<PathBuf>,
}

/// Searches for the recipe of the hash and reports it.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    let format = output::format(globals, &[Format::Table, Format::Json])?;
    let settings = Settings::load(globals)?;
    let mut given = params::collect(&options.sources, None)?;
    if !given.iter().any(|(name, _)| name == "u") {
        let demo = || globals.demo.then(|| "admin".to_owned());
        given.extend(settings.username().or_else(demo).map(|name| ("u".to_owned(), name)));
    }
    let request = Request::new(&options.function, given, globals);
    let report = report(globals, options, &settings, &request)?;
    if format == Format::Json {
        output::json(globals, &report.to_json(&request))?;
    } else {
        output::text(globals, &report.to_text(&request))?;
    }
    if report.is_explained() { Ok(()) } else { Err(Failure::silent(Exit::Authentication)) }
}

fn report(globals: &Globals, options: &Options, settings: &Settings, request: &Request) -> Result<Report> {
    if !request.is_checked() {
        return Ok(Report::NotChecked);
    }
    let keys = keys::load(settings, globals, &options.keys_file)?;
    let digits = match Digits::read(&options.expect, request, &keys, settings)? {
        Ok(digits) => digits,
        Err(impostor) => return Ok(Report::NoHash(impostor)),
    };
    if keys.is_empty() {
        return Err(Failure::config(
            "no API secret key is configured, and without one no hash can be verified",
        )
        .hint("use --api-key-file, --api-key-command, MOR_API_KEY, a profile or --keys-file"));
    }
    let found = Search::new(digits.hash, request, &keys).run().map(|mut recipe| {
        recipe.differences.extend(digits.differences.iter().map(|difference| (*difference).to_owned()));
        recipe
    });
    Ok(found.map_or_else(|| Report::NotFound { hash: options.expect.trim().to_owned() }, Report::Found))
}
