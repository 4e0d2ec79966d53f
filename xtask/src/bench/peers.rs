//! What others do with the same answer, in turns with ours.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Figures, program};
use crate::Result;
use crate::shell::{command, has, output, root, target};

/// A peer: its name in figures and its program in `benches/peers`.
const PEERS: [(&str, &str); 3] =
    [("simplexml", "simplexml.php"), ("lxml", "lxml_rows.py"), ("elementtree", "elementtree_rows.py")];

pub(super) fn run(quick: bool) -> Result<Figures> {
    let rows = if quick { "10000" } else { "100000" };
    let rounds = if quick { 1 } else { 3 };
    let answer = target().join(format!("calls-{rows}.xml"));
    fs::write(&answer, output(command(program("mor-bench")).args(["answer", "calls", "--rows", rows]))?)?;
    let mut figures = Figures::new();
    let mut missing = Vec::new();
    for (name, script) in PEERS {
        match interpreter(name) {
            Ok(interpreter) => {
                let ratio =
                    contest(&interpreter, &root().join("benches/peers").join(script), &answer, rounds)?;
                figures.insert(format!("peer_{name}"), ratio.into());
            }
            Err(why) => missing.push(format!("{name}: {why}")),
        }
    }
    fs::remove_file(answer)?;
    // What was measured is kept; what could not be is told.
    if missing.is_empty() {
        return Ok(figures);
    }
    figures.insert("peers_missing".to_owned(), missing.into());
    Ok(figures)
}

/// How many times as long as ours the peer takes: the median over the rounds.
fn contest(interpreter: &Path, script: &Path, answer: &Path, rounds: u32) -> Result<f64> {
    let mut ratios = Vec::new();
    for _ in 0..rounds {
        let ours = figures(&output(command(program("mor-bench")).arg("decode-file").arg(answer))?)?;
        let theirs = figures(&output(command(interpreter).arg(script).arg(answer))?)?;
        if ours.1 != theirs.1 {
            return Err(format!("{} rows instead of {}", theirs.1, ours.1).into());
        }
        ratios.push(theirs.0 / ours.0);
    }
    ratios.sort_by(f64::total_cmp);
    ratios.get(ratios.len() / 2).copied().ok_or_else(|| "no round".into())
}

/// Seconds and rows, as every program prints them.
fn figures(json: &str) -> Result<(f64, u64)> {
    let value: serde_json::Value = serde_json::from_str(json)?;
    let seconds = value.get("seconds").and_then(serde_json::Value::as_f64);
    seconds
        .zip(value.get("rows").and_then(serde_json::Value::as_u64))
        .ok_or_else(|| format!("no figures: {json}").into())
}

/// The interpreter of a peer, installed if that is possible.
fn interpreter(peer: &str) -> Result<PathBuf> {
    match peer {
        "simplexml" => php(),
        "lxml" => python_with_lxml(),
        _ => Ok("python3".into()),
    }
}

fn php() -> Result<PathBuf> {
    let works =
        || output(command("php").args(["-r", "exit(extension_loaded('simplexml') ? 0 : 1);"])).is_ok();
    if !works() && has("apt-get") {
        let install = "apt-get update -qq && apt-get install -qq --no-install-recommends php-cli php-xml";
        output(command("sh").args(["-c", install]).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    if works() { Ok("php".into()) } else { Err("PHP with SimpleXML is not installed".into()) }
}

/// An environment of its own: lxml is nothing that the machine needs.
fn python_with_lxml() -> Result<PathBuf> {
    let folder = target().join("peers");
    let python = folder.join("bin/python");
    if output(command(&python).args(["-c", "import lxml"])).is_err() {
        output(command("python3").args(["-m", "venv"]).arg(&folder))?;
        output(command(&python).args(["-m", "pip", "install", "--quiet", "lxml"]))?;
    }
    Ok(python)
}
