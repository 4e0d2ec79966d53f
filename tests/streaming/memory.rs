//! The size of the answer does not show in the memory of who reads it, measured in a process of its own.

use std::process::Command;

use mor_api::Client;
use mor_sim::Answer;

use crate::support::simulator;
use crate::{CALLS, document, drain, rows};

const URL: &str = "MOR_TEST_STREAM_URL";
const ROWS: usize = 200_000;

/// The most memory this process has had, in KiB.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_ascii_whitespace().nth(1)?.parse().ok()
}

/// Reads what the other test serves; without it, nothing.
#[tokio::test]
async fn child() {
    let Ok(url) = std::env::var(URL) else { return };
    let client = Client::builder(url).username("some_user").api_key("secret").build().unwrap();
    let before = peak();
    let (count, error) = drain(rows(&client)).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(count, ROWS as u64);
    if let (Some(before), Some(after)) = (before, peak()) {
        let grown = after - before;
        assert!(grown < 12 << 10, "{grown} KiB more than the {before} KiB before the call");
        println!("{before} KiB + {grown} KiB");
    }
}

#[test]
fn memory_does_not_grow_with_the_answer() {
    let simulator = simulator();
    let xml = document(ROWS);
    assert!(xml.len() > 40 << 20, "{}", xml.len());
    simulator.on(CALLS).respond(Answer::xml(xml));
    let test = std::env::current_exe().unwrap();
    let output = Command::new(test)
        .args(["--exact", "memory::child", "--nocapture"])
        .env(URL, simulator.url())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(simulator.requests().len(), 1, "{text}");
}
