//! Measures one part of the work and prints its figures as JSON; `mor-bench help` lists the parts.

mod call;
mod decode;
mod growth;
mod one_row;
mod serve;
mod shapes;
mod sign;
mod stream;

use std::io::{BufWriter, Write};
use std::process::ExitCode;
use std::time::Duration;

use lexopt::prelude::*;
use mor_bench::Result;
use mor_bench::answers::List;
use mor_bench::contest::Length;

const HELP: &str = include_str!("help.txt");

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("mor-bench: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What the command line asks for.
struct Options {
    quick: bool,
    rows: Option<u64>,
    seed: u64,
    words: Vec<String>,
}

impl Options {
    fn read() -> Result<Self> {
        let mut options = Self { quick: false, rows: None, seed: 1, words: Vec::new() };
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("quick") => options.quick = true,
                Long("rows") => options.rows = Some(arguments.value()?.parse()?),
                Long("seed") => options.seed = arguments.value()?.parse()?,
                Value(word) => options.words.push(word.string()?),
                _ => return Err(argument.unexpected().into()),
            }
        }
        Ok(options)
    }

    /// Rows of a large list.
    fn rows(&self) -> u64 {
        self.rows.unwrap_or(if self.quick { 10_000 } else { 100_000 })
    }

    /// A contest of work that takes a good part of a second.
    fn long(&self) -> Length {
        Length::new(if self.quick { 3 } else { 11 }, Duration::from_millis(1))
    }

    /// A contest of work that takes microseconds or less.
    fn short(&self) -> Length {
        Length::new(if self.quick { 15 } else { 101 }, Duration::from_millis(10))
    }
}

fn run() -> Result<()> {
    let options = Options::read()?;
    let report = match options.words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["decode"] => decode::run(&options)?,
        ["stream"] => stream::run(&options)?,
        ["shapes"] => shapes::run(&options)?,
        ["one-row"] => one_row::run(&options)?,
        ["sign"] => sign::sign(&options)?,
        ["prepare"] => sign::prepare(&options)?,
        ["call"] => call::call(&options)?,
        ["bulk"] => call::bulk(&options)?,
        ["decode-file", file] => decode::file(file)?,
        ["growth"] => growth::run(&options)?,
        ["growth-of", way, rows] => growth::point(way, rows.parse()?)?,
        ["serve", delay] => return serve::serve(delay.parse()?),
        ["answer", list] => return answer(list, &options),
        ["shaped"] => return shapes::write(&options),
        _ => {
            print!("{HELP}");
            return Ok(());
        }
    };
    println!("{}", report.to_json());
    Ok(())
}

/// Writes an answer to the standard output.
fn answer(list: &str, options: &Options) -> Result<()> {
    let list = List::ALL.into_iter().find(|known| known.name() == list).ok_or("no such list")?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    list.write(options.rows(), options.seed, &mut out)?;
    Ok(out.flush()?)
}
