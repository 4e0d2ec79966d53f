//! `mor parse`: saved answers, small and large.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // in helpers of the tests

mod support;

use std::fmt::Write as _;

use support::{POLL, bare, file, mor, run};
use tempfile::TempDir;

const CALLS: &str = "user_calls_get";

/// An answer of `user_calls_get` with this many calls; `broken` is one whose price is no number.
fn calls(count: usize, broken: Option<usize>) -> String {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<page>\n <userid>0</userid>\n <total_calls>{count}</total_calls>\n \
         <calls_stat>\n  <calls>\n"
    );
    for number in 0..count {
        let price = if broken == Some(number) { "cheap" } else { "0.0500" };
        let _ = writeln!(
            xml,
            "   <call>\n    <calldate2>2026-01-01 00:00:{:02}</calldate2>\n    <id>{number}</id>\n    \
             <dst>3706{number:07}</dst>\n    <user_price>{price}</user_price>\n    <clid>\"A, B\" &amp; C</clid>\n   </call>",
            number % 60
        );
    }
    xml.push_str("  </calls>\n </calls_stat>\n</page>\n");
    xml
}

#[test]
fn a_saved_answer_is_decoded_as_a_live_one() {
    let answer = "<page><status><ivr_poll_results_string>1111,5</ivr_poll_results_string></status></page>";
    let json = run(bare().write_stdin(answer), &["parse", POLL]).json();
    assert_eq!(json, serde_json::json!({"records": [{"number": "1111", "fields": ["5"]}]}));
    let csv = run(bare().write_stdin(answer), &["parse", POLL, "-", "--format", "csv"]).ok();
    assert_eq!(csv, "number,fields\n1111,\"[\"\"5\"\"]\"\n");
}

#[test]
fn exit_codes_are_those_of_a_call() {
    for (answer, code, text) in [
        ("<status><error>Incorrect hash</error></status>", 4, "Incorrect hash"),
        ("<page><status><error>Campaign was not found</error></status></page>", 5, "Campaign was not found"),
        ("<page><status><error>Campaign does not have any Numbers</error></status></page>", 6, "any Numbers"),
        ("<html><body>Login</body></html>", 9, "HTML page"),
        ("", 9, "empty"),
        ("<page>\n<status>\n", 9, "ends in the middle of `page/status` (line 3"),
        ("<page><other/></page>", 9, "page/status"),
    ] {
        run(bare().write_stdin(answer), &["parse", POLL]).fails(code, &[text]);
    }
    mor(&["parse", POLL, "/nonexistent"]).fails(2, &["/nonexistent"]);
    mor(&["parse", "polls"]).fails(2, &["`polls`"]);
}

#[test]
fn a_bad_value_is_named_with_path_and_line() {
    let small = calls(3, Some(2));
    let line = 1 + small.lines().position(|line| line.contains("cheap")).unwrap();
    for format in ["json", "jsonl", "csv", "table"] {
        run(bare().write_stdin(small.as_str()), &["parse", CALLS, "--format", format])
            .fails(9, &["page/calls_stat/calls/call/user_price", "\"cheap\"", &format!("line {line},")]);
    }
}

/// Above a megabyte rows are streamed; they must look the same.
#[test]
fn a_large_answer_has_the_same_rows_and_needs_little_memory() {
    let directory = TempDir::new().unwrap();
    let large = file(&directory, "calls.xml", calls(50_000, None), 0o600);
    for format in ["jsonl", "csv"] {
        let small = run(bare().write_stdin(calls(2, None)), &["parse", CALLS, "--format", format]).ok();
        let output = directory.path().join(format);
        let arguments =
            ["parse", CALLS, large.to_str().unwrap(), "--format", format, "-o", output.to_str().unwrap()];
        let peak = peak_memory(&arguments);
        let rows = std::fs::read_to_string(output).unwrap();
        assert!(rows.starts_with(&small), "{format}: {}", &rows[..small.len()]);
        assert_eq!(rows.lines().count(), 50_000 + usize::from(format == "csv"));
        // The file has 10 MiB, the decoded calls far more.
        assert!(peak.is_none_or(|kilobytes| kilobytes < 48 << 10), "{format}: {peak:?} KiB");
    }
}

#[test]
fn a_mistake_in_a_large_answer_comes_after_the_rows_before_it() {
    let large = calls(20_000, Some(15_000));
    let line = 1 + large.lines().position(|line| line.contains("cheap")).unwrap();
    let broken = run(bare().write_stdin(large.as_str()), &["parse", CALLS, "--format", "jsonl"])
        .fails(9, &["calls/call/user_price", "\"cheap\"", &format!("(line {line}, row 15001)")]);
    assert_eq!(broken.out.lines().count(), 15_000);
    let cut = run(bare().write_stdin(&large[..2_000_000]), &["parse", CALLS, "--format", "jsonl"])
        .fails(9, &["ends in the middle of `page/calls_stat/calls"]);
    assert!(cut.out.lines().count() > 5_000);
}

/// Runs `mor` and returns its peak resident memory, where the system tells it.
fn peak_memory(arguments: &[&str]) -> Option<u64> {
    let mut child =
        std::process::Command::new(assert_cmd::cargo::cargo_bin("mor")).args(arguments).spawn().unwrap();
    let mut peak = None;
    let status = loop {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        peak = line.and_then(|line| line.split_whitespace().next()?.parse().ok()).or(peak);
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    };
    assert!(status.success());
    peak
}

/// For every function whose sample has a list, wherever it is: the experiment finds it, and what it finds decodes.
#[test]
fn csv_of_every_list_has_a_header() {
    let directory = TempDir::new().unwrap();
    let mut lists = 0;
    for spec in mor_endpoints::all().iter().filter(|spec| spec.function.ends_with("s_get")) {
        let Some(facts) = mor_sim::catalog::find(spec.function) else { continue };
        let success =
            |sample: &&mor_sim::catalog::Response| sample.kind == mor_sim::catalog::ResponseKind::Success;
        let Some(sample) =
            facts.responses.iter().find(success).filter(|sample| sample.xml.contains("<page>"))
        else {
            continue;
        };
        let path = file(&directory, spec.function, &sample.xml, 0o600);
        let csv = mor(&["parse", spec.function, path.to_str().unwrap(), "--format", "csv"]).ok();
        assert!(csv.lines().count() >= 1, "{}: {csv}", spec.function);
        lists += 1;
    }
    assert!(lists > 0);
}
