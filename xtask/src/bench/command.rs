//! The `mor` command as a process: what its users wait for, beside other ways to the same.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{Figures, program};
use crate::Result;
use crate::shell::{cargo, command, output, root, target};

/// Clock ticks in a second, in which Linux counts the time of children.
const TICKS: f64 = 100.0;

pub(super) fn run(quick: bool) -> Result<Figures> {
    output(cargo().args(["build", "--quiet", "--release", "-p", "mor-cli"]))?;
    let (rows, rounds) = if quick { ("10000", 1) } else { ("40000", 5) };
    let answer = target().join(format!("shaped-{rows}.xml"));
    fs::write(&answer, output(command(program("mor-bench")).args(["shaped", "--rows", rows]))?)?;
    let mut figures = Figures::new();
    let python = || {
        let mut python = command("python3");
        python.arg(root().join("benches/peers/elementtree_dicts.py")).arg(&answer);
        python
    };
    for format in ["jsonl", "csv"] {
        let parse = || parse(&answer, format);
        let ratio = median(rounds, || Ok(processor_time(python())? / processor_time(parse())?))?;
        figures.insert(format!("parse_{format}_of_elementtree"), ratio.into());
    }
    for (figure, arguments) in [
        ("start_version_ms", &["--version"][..]),
        ("start_functions_ms", &["functions"]),
        ("start_demo_ms", &DEMO),
    ] {
        let start = median(4 * rounds, || Ok(wall_time(mor().args(arguments))?.as_secs_f64() * 1e3))?;
        figures.insert(figure.to_owned(), start.into());
    }
    figures.insert("command_mib".to_owned(), mib(&target().join("release/mor"))?.into());
    fs::remove_file(answer)?;
    Ok(figures)
}

const DEMO: [&str; 4] = ["--demo", "poll-results", "2", "--quiet"];

fn mor() -> Command {
    command(target().join("release/mor"))
}

fn parse(answer: &Path, format: &str) -> Command {
    let mut mor = mor();
    mor.args(["parse", "user_calls_get"]).arg(answer).args(["--format", format]);
    mor
}

fn mib(file: &Path) -> Result<f64> {
    #[expect(clippy::cast_precision_loss, reason = "a size in MiB")]
    Ok(fs::metadata(file)?.len() as f64 / f64::from(1 << 20))
}

fn median(rounds: u32, mut measure: impl FnMut() -> Result<f64>) -> Result<f64> {
    let mut figures = (0..rounds).map(|_| measure()).collect::<Result<Vec<f64>>>()?;
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().ok_or_else(|| "no round".into())
}

/// Runs a command that must succeed, and drops what it prints.
fn wall_time(command: &mut Command) -> Result<Duration> {
    let name = command.get_program().to_string_lossy().into_owned();
    let start = Instant::now();
    let status = command.stdin(Stdio::null()).stdout(File::create("/dev/null")?).status()?;
    if status.success() { Ok(start.elapsed()) } else { Err(format!("{name}: {status}").into()) }
}

/// The seconds of processor time that a command takes.
fn processor_time(mut command: Command) -> Result<f64> {
    let before = children()?;
    wall_time(&mut command)?;
    Ok((children()? - before).max(1.0 / TICKS))
}

/// The seconds of processor time of all children that have ended: `cutime` and `cstime` of proc(5).
fn children() -> Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The name of the program, in parentheses, may hold anything.
    let (_, fields) = stat.rsplit_once(") ").ok_or("/proc/self/stat has no name")?;
    let ticks =
        fields.split(' ').skip(13).take(2).map(str::parse::<f64>).sum::<std::result::Result<f64, _>>()?;
    Ok(ticks / TICKS)
}
