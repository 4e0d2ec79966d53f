//! `mor doctor` against every kind of server: the status of each line, and the exit code. An `ok` takes a sign from the
//! function that was asked.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, unreachable_pub)] // in helpers of the tests

mod kinds;
mod network;
mod server;
mod tls;

use crate::support::{Run, bare, run};
use assert_cmd::Command;
use serde_json::Value;

/// The statuses of the lines, such as `URL ok, API failed`. The first line is always the configuration.
fn lines(run: &Run) -> (String, String) {
    let findings: Vec<Value> = serde_json::from_str(&run.out).unwrap();
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let status = |finding| format!("{} {}", text(finding, "check"), text(finding, "result"));
    let said = |finding| {
        format!("{}: {} -> {}\n", text(finding, "check"), text(finding, "message"), text(finding, "look_at"))
    };
    (findings.iter().map(status).collect::<Vec<_>>().join(", "), findings.iter().map(said).collect())
}

fn doctor(url: &str) -> Command {
    let mut command = bare();
    command.env("MOR_URL", url).env("MOR_USERNAME", "bob").env("MOR_API_KEY", "secret");
    command
}

/// Runs the checks and compares the lines, the exit code, and some of what is said.
#[track_caller]
fn assert_lines(name: &str, command: &mut Command, expected: &str, code: i32, words: &[&str]) {
    let run = run(command, &["doctor", "--format", "json"]);
    let (statuses, said) = lines(&run);
    assert_eq!(statuses, format!("configuration {expected}"), "{name}: {said}");
    assert_eq!(run.code, code, "{name}: {said}");
    for word in words {
        assert!(said.contains(word), "{name}: {word:?} is not in {said}");
    }
}
