//! The size of the answer does not show in the memory of who reads it, measured in a process of its own.

use std::process::Command;

use mor_api::Client;
use mor_sim::Answer;

use crate::streaming::packed::{RATES, gzipped, rates, tariff, zipped};
use crate::streaming::{CALLS, document, drain, rows};
use crate::support::simulator;

const URL: &str = "MOR_TEST_STREAM_URL";
const FUNCTION: &str = "MOR_TEST_STREAM_FUNCTION";
const ROWS: usize = 200_000;

/// The most memory this process has had, in KiB.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_ascii_whitespace().nth(1)?.parse().ok()
}

/// Reads what another test serves; without it, nothing.
#[tokio::test]
async fn child() {
    let Ok(url) = std::env::var(URL) else { return };
    let client = Client::builder(url).username("some_user").api_key("secret").build().unwrap();
    let before = peak();
    let count = if std::env::var(FUNCTION).unwrap() == RATES {
        let (count, error) = rates(&client).await;
        assert!(error.is_none(), "{error:?}");
        count
    } else {
        let (count, error) = drain(rows(&client)).await;
        assert!(error.is_none(), "{error:?}");
        count
    };
    assert_eq!(count, ROWS as u64);
    if let (Some(before), Some(after)) = (before, peak()) {
        let grown = after - before;
        assert!(grown < 12 << 10, "{grown} KiB more than the {before} KiB before the call");
        println!("{before} KiB + {grown} KiB");
    }
}

/// Has the rows of an answer read in a process of its own.
fn measure(function: &str, answer: Answer) {
    let simulator = simulator();
    simulator.on(function).respond(answer);
    let test = std::env::current_exe().unwrap();
    let output = Command::new(test)
        .args(["--exact", "streaming::memory::child", "--nocapture"])
        .env(URL, simulator.url())
        .env(FUNCTION, function)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(simulator.requests().len(), 1, "{text}");
    println!("{text}");
}

/// An answer must be so large that it would show.
fn large(xml: String) -> String {
    assert!(xml.len() > 40 << 20, "{}", xml.len());
    xml
}

#[test]
fn memory_does_not_grow_with_the_answer() {
    measure(CALLS, Answer::xml(large(document(ROWS))));
}

#[test]
fn nor_with_one_in_an_archive() {
    measure(RATES, Answer::text(zipped(large(tariff(ROWS)).as_bytes())));
}

#[test]
fn nor_with_a_compressed_one() {
    let body = gzipped(large(document(ROWS)).as_bytes());
    measure(CALLS, Answer::xml(body).with_header("Content-Encoding", "gzip"));
}
