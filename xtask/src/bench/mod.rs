//! Measures everything, each part by itself: one that fails is reported, and the others go on.

mod build;
mod chart;
mod charts;
mod command;
mod machine;
mod peers;
mod report;

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use lexopt::prelude::*;
use serde_json::Value;

use self::report::Report;
use crate::Result;
use crate::shell::{self, cargo, output, root, target};

/// What was measured, by name.
type Figures = serde_json::Map<String, Value>;

/// The parts in their order; the others are programs.
const PARTS: [&str; 13] = [
    "decode",
    "shapes",
    "stream",
    "one-row",
    "sign",
    "prepare",
    "allocations",
    "call",
    "bulk",
    "growth",
    "command",
    "peers",
    "build",
];

/// The figures behind the page.
const JSON: &str = "docs/performance.json";

pub(crate) fn run(arguments: &mut lexopt::Parser) -> Result<()> {
    let (mut quick, mut redraw) = (false, false);
    let mut only = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("quick") => quick = true,
            Long("redraw") => redraw = true,
            Long("only") => only.push(arguments.value()?.string()?),
            _ => return Err(argument.unexpected().into()),
        }
    }
    if redraw {
        return write(&Report::from_json(&fs::read_to_string(root().join(JSON))?)?);
    }
    if let Some(unknown) = only.iter().find(|part| !PARTS.contains(&part.as_str())) {
        return Err(format!("there is no part `{unknown}`, but {}", PARTS.join(", ")).into());
    }
    output(cargo().args(["build", "--quiet", "--release", "-p", "mor-bench"]))?;
    let parts = PARTS.into_iter().filter(|part| only.is_empty() || only.iter().any(|wanted| wanted == part));
    let report = measure(parts, quick);
    print!("{}", report.to_text()?);
    if !quick && only.is_empty() {
        write(&report)?;
    }
    if report.failed() { Err("not every part could be measured".into()) } else { Ok(()) }
}

fn measure<'p>(parts: impl Iterator<Item = &'p str>, quick: bool) -> Report {
    let mut report = Report::new();
    for part in parts {
        let start = Instant::now();
        eprint!("{part} ... ");
        let figures = match part {
            "command" => command::run(quick),
            "peers" => peers::run(quick),
            "build" => build::run(quick),
            "allocations" => figures_of(shell::command(program("allocations"))),
            part => {
                let mut program = shell::command(program("mor-bench"));
                program.arg(part).args(quick.then_some("--quick"));
                figures_of(program)
            }
        };
        eprintln!(
            "{} in {:.0} s",
            if figures.is_ok() { "done" } else { "FAILED" },
            start.elapsed().as_secs_f64()
        );
        report.add(part, figures);
    }
    report
}

fn figures_of(mut program: std::process::Command) -> Result<Figures> {
    Ok(serde_json::from_str(&output(&mut program)?)?)
}

/// A program of `mor-bench`.
fn program(name: &str) -> PathBuf {
    target().join("release").join(name)
}

/// Writes the page, its charts and the figures behind them.
fn write(report: &Report) -> Result<()> {
    let docs = root().join("docs");
    fs::write(docs.join("performance.md"), report.to_page()?)?;
    fs::write(root().join(JSON), report.to_json()?)?;
    charts::write(report.figures(), &docs)
}
