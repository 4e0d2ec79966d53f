//! `mor doctor`: what is wrong with the connection to a server, in plain words, and which setting to look at.

mod checks;
mod judge;
mod probe;
mod replies;
mod url;

use anstyle::AnsiColor;
use clap::Args;
use serde_json::{Value, json};

use crate::cli::Globals;
use crate::exit::{Exit, Failure, Result};
use crate::output::{self, Format, Sink};
use crate::runtime;

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {}

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// Something that the server said proves it.
    Ok,
    Warning,
    /// Nothing that the server said proves it, or the opposite.
    Unknown,
    Failed(Exit),
}

/// Checks without which calls work: if they are unknown, the command does not fail.
const OPTIONAL: [&str; 2] = ["GET", "clock"];

impl Verdict {
    fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Unknown => "unknown",
            Self::Failed(_) => "failed",
        }
    }
}

/// The result of a check.
struct Finding {
    check: &'static str,
    verdict: Verdict,
    message: String,
    /// What to look at.
    look_at: Option<String>,
}

impl Finding {
    fn is_open(&self) -> bool {
        self.verdict == Verdict::Unknown && !OPTIONAL.contains(&self.check)
    }
}

/// Findings in the order of the checks. A failed check makes the following ones pointless.
#[derive(Default)]
struct Report {
    findings: Vec<Finding>,
}

impl Report {
    fn add(&mut self, check: &'static str, verdict: Verdict, message: impl Into<String>) {
        self.findings.push(Finding { check, verdict, message: message.into(), look_at: None });
    }

    /// Adds what to look at to the last finding.
    fn look_at(&mut self, what: impl Into<String>) {
        if let Some(finding) = self.findings.last_mut() {
            finding.look_at = Some(what.into());
        }
    }

    /// The first failure decides; without one, what calls need and could not be established.
    fn exit(&self) -> Option<Exit> {
        let failed = self.findings.iter().find_map(|finding| match finding.verdict {
            Verdict::Failed(exit) => Some(exit),
            Verdict::Ok | Verdict::Warning | Verdict::Unknown => None,
        });
        failed.or_else(|| self.findings.iter().any(Finding::is_open).then_some(Exit::No))
    }
}

/// Runs the checks and writes what they found.
pub(crate) fn run(globals: &Globals, _: &Options) -> Result<()> {
    let format = output::format(globals, &[Format::Table, Format::Json])?;
    let sink = Sink::open(globals)?;
    let mut report = Report::default();
    runtime::run(runtime::harmless(), async { checks::all(globals, &mut report).await })?;
    match format {
        Format::Json => sink.json(&report.findings.iter().map(to_json).collect())?,
        _ => write(sink, globals, &report)?,
    }
    match report.exit() {
        Some(exit) => Err(Failure::silent(exit)),
        None => Ok(()),
    }
}

fn write(mut sink: Sink, globals: &Globals, report: &Report) -> Result<()> {
    let colours =
        globals.output.is_none() && anstream::stdout().current_choice() != anstream::ColorChoice::Never;
    for finding in &report.findings {
        let colour = match finding.verdict {
            Verdict::Ok => AnsiColor::Green,
            Verdict::Warning | Verdict::Unknown => AnsiColor::Yellow,
            Verdict::Failed(_) => AnsiColor::Red,
        };
        let style = if colours { colour.on_default().bold() } else { anstyle::Style::new() };
        let name = finding.verdict.name();
        sink.text(&format!(
            "{style}{name:<8}{style:#}{:<14}{}\n",
            finding.check,
            crate::message::visible(&finding.message)
        ))?;
        if let Some(look_at) = &finding.look_at {
            sink.text(&format!("{:22}-> {}\n", "", crate::message::visible(look_at)))?;
        }
    }
    sink.finish()
}

fn to_json(finding: &Finding) -> Value {
    json!({
        "check": finding.check,
        "result": finding.verdict.name(),
        "message": finding.message,
        "look_at": finding.look_at,
    })
}
