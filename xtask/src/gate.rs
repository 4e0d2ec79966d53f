//! What may not grow unnoticed: the instructions of the small paths, and what the core depends on.
//!
//! Instructions are counted by valgrind, which runs the program on a processor of its own making: the counts are
//! the same on a busy machine. They change with the toolchain, which is pinned. Valgrind's processor has no
//! instructions for SHA-1, so what is counted there is the portable code.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use lexopt::prelude::*;
use serde::Deserialize;

use crate::Result;
use crate::shell::{cargo, command, output, outputs, root, target};

/// How often a path is run: what two runs differ by is not the program's own start.
const TIMES: (u64, u64) = (5, 55);

/// The paths that `benches/src/bin/instructions.rs` knows.
const PATHS: [&str; 4] = ["sign", "prepare", "decode_one_row", "decode_100_rows"];

/// By how much a count may differ from the recorded one, in percent.
const TOLERANCE: f64 = 5.0;

/// The counts; the file `benches/gate.toml`.
#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Counts {
    /// Instructions by path.
    instructions: BTreeMap<String, u64>,
    /// Crates that the core depends on, itself included.
    core_crates: u64,
}

pub(crate) fn run(arguments: &mut lexopt::Parser) -> Result<()> {
    let mut record = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("record") => record = true,
            _ => return Err(argument.unexpected().into()),
        }
    }
    let file = root().join("benches/gate.toml");
    let counts = Counts::take()?;
    if record {
        return Ok(fs::write(file, counts.to_toml())?);
    }
    let recorded: Counts = toml::from_str(&fs::read_to_string(file)?)?;
    let verdict = counts.compare(&recorded);
    print!("{}", verdict.text);
    match verdict.failures {
        0 => Ok(()),
        _ => Err("if that is meant, record it: cargo xtask gate --record".into()),
    }
}

impl Counts {
    fn take() -> Result<Self> {
        let program = build()?;
        let mut instructions = BTreeMap::new();
        for path in PATHS {
            let less = collect(&program, path, TIMES.0)?;
            let more = collect(&program, path, TIMES.1)?;
            instructions.insert(path.to_owned(), more.saturating_sub(less) / (TIMES.1 - TIMES.0));
        }
        Ok(Self { instructions, core_crates: core_crates()? })
    }

    fn to_toml(&self) -> String {
        let mut text = include_str!("gate.toml.head").to_owned();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "core_crates = {}\n\n[instructions]", self.core_crates);
        for (path, count) in &self.instructions {
            let _ = writeln!(text, "{path} = {count}");
        }
        text
    }

    fn compare(&self, recorded: &Self) -> Verdict {
        let mut verdict = Verdict::default();
        for path in self.instructions.keys().chain(recorded.instructions.keys()).collect::<BTreeSet<_>>() {
            verdict.instructions(path, self.instructions.get(path), recorded.instructions.get(path));
        }
        let (now, before) = (self.core_crates, recorded.core_crates);
        let what = format!("{:<16} {before:>10} -> {now:<10}", "core crates");
        verdict.line(&what, now > before, if now > before { "the core may not grow" } else { "" });
        if now < before {
            verdict.text.push_str("fewer crates: record it with cargo xtask gate --record\n");
        }
        verdict
    }
}

/// What a comparison found.
#[derive(Default)]
struct Verdict {
    text: String,
    failures: u32,
}

impl Verdict {
    fn instructions(&mut self, path: &str, now: Option<&u64>, recorded: Option<&u64>) {
        let (Some(&now), Some(&recorded)) = (now, recorded) else {
            return self.line(&format!("{path:<16}"), true, "counted or recorded, not both");
        };
        #[expect(clippy::cast_precision_loss, reason = "a percentage")]
        let percent = (now as f64 - recorded as f64) * 100.0 / recorded as f64;
        let what = format!("{path:<16} {recorded:>10} -> {now:<10} {percent:+.1} %");
        let remark = match percent {
            p if p > TOLERANCE => "more instructions than recorded",
            p if p < -TOLERANCE => "improved: record it with cargo xtask gate --record",
            _ => "",
        };
        self.line(&what, percent > TOLERANCE, remark);
    }

    fn line(&mut self, what: &str, failed: bool, remark: &str) {
        self.failures += u32::from(failed);
        let verdict = if failed { "FAILED" } else { "ok" };
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{verdict:<6}  {what}  {remark}");
    }
}

fn build() -> Result<PathBuf> {
    let arguments = [
        "build",
        "--quiet",
        "--release",
        "-p",
        "mor-bench",
        "--no-default-features",
        "--bin",
        "instructions",
    ];
    output(cargo().args(arguments))?;
    Ok(target().join("release/instructions"))
}

/// The instructions of a whole run.
fn collect(program: &Path, path: &str, times: u64) -> Result<u64> {
    let mut valgrind = command("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(program);
    let (_, messages) = outputs(valgrind.args([path, &times.to_string()]))?;
    let line = messages.lines().find_map(|line| line.split_once("Collected :"));
    let (_, count) = line.ok_or_else(|| format!("valgrind counted nothing:\n{messages}"))?;
    Ok(count.trim().parse()?)
}

/// What the core is made of without its optional features.
fn core_crates() -> Result<u64> {
    let arguments = [
        "tree",
        "-p",
        "mor-api",
        "--no-default-features",
        "-e",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ];
    let tree = output(cargo().args(arguments))?;
    // Name and version: two versions of a crate are two crates.
    let crates: BTreeSet<_> =
        tree.lines().map(|line| line.split_whitespace().take(2).collect::<Vec<_>>()).collect();
    Ok(crates.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(sign: u64, core_crates: u64) -> Counts {
        Counts { instructions: [("sign".to_owned(), sign)].into(), core_crates }
    }

    #[test]
    fn five_percent_more_pass_and_six_do_not() {
        let recorded = counts(1_000, 20);
        assert_eq!(counts(1_050, 20).compare(&recorded).failures, 0);
        let verdict = counts(1_060, 20).compare(&recorded);
        assert_eq!(verdict.failures, 1);
        assert!(verdict.text.contains("FAILED  sign"), "{}", verdict.text);
        assert!(verdict.text.contains("+6.0 %"), "{}", verdict.text);
    }

    #[test]
    fn an_improvement_passes_and_asks_to_be_recorded() {
        let verdict = counts(900, 20).compare(&counts(1_000, 20));
        assert_eq!(verdict.failures, 0);
        assert!(verdict.text.contains("improved"), "{}", verdict.text);
    }

    #[test]
    fn the_core_may_lose_crates_but_not_gain_any() {
        assert_eq!(counts(1_000, 21).compare(&counts(1_000, 20)).failures, 1);
        assert_eq!(counts(1_000, 19).compare(&counts(1_000, 20)).failures, 0);
    }

    #[test]
    fn a_path_that_nobody_recorded_fails() {
        let recorded = Counts { instructions: BTreeMap::new(), core_crates: 20 };
        assert_eq!(counts(1_000, 20).compare(&recorded).failures, 1);
    }

    #[test]
    fn what_is_recorded_is_read_again() {
        let counts = counts(1_234, 17);
        assert_eq!(toml::from_str::<Counts>(&counts.to_toml()).unwrap(), counts);
    }
}
