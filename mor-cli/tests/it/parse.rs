//! `mor parse`: saved answers, small and large.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // in helpers of the tests

use std::fmt::Write as _;

use crate::support::{POLL, bare, file, mor, run};
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

/// A file of rows that is not complete must not take the place of one that is.
#[test]
fn a_mistake_in_a_large_answer_leaves_the_output_file_as_it_was() {
    let directory = TempDir::new().unwrap();
    let output = file(&directory, "calls.csv", "old\n", 0o600);
    let large = calls(20_000, Some(15_000));
    run(bare().write_stdin(large), &["parse", CALLS, "-", "-o", output.to_str().unwrap()])
        .fails(9, &["(line ", "row 15001)"]);
    assert_eq!(std::fs::read_to_string(output).unwrap(), "old\n");
}

/// Small or large, as JSON lines or in a cell: the texts of a name that is there twice are a list.
#[test]
fn undeclared_elements_of_one_name_are_all_kept() {
    let dids = |count: usize| {
        let row = "<did><id>1</id><did>370</did><x>1</x><x>2</x><y>3</y></did>";
        format!("<page><dids>{}</dids></page>", row.repeat(count))
    };
    for (count, format) in [(1, "jsonl"), (30_000, "jsonl"), (1, "json")] {
        let text = run(bare().write_stdin(dids(count)), &["parse", "dids_get", "--format", format]).ok();
        let text: String = text.split_whitespace().collect();
        assert_eq!(text.matches(r#""other":{"x":["1","2"],"y":"3"}"#).count(), count, "{format}");
    }
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

fn parsed(function: &str, answer: &str) -> serde_json::Value {
    run(bare().write_stdin(answer), &["parse", function]).json()
}

/// A file is the complete answer, so what is missing at its end was never sent.
#[test]
fn a_root_that_the_server_never_closes() {
    let answer = "<?xml version=\"1.0\"?>\n<page>\n <status>\n  <success>Group saved</success>\n </status>\n";
    assert_eq!(parsed("cc_group_create", answer), "Group saved");
    assert_eq!(parsed("cc_group_update", answer), "Group saved");
    for (function, answer) in [
        ("lcr_create", answer),
        ("cc_group_create", answer.trim_end().strip_suffix("</status>").unwrap()),
        ("cc_group_create", &format!("HTTP/1.1 200 OK\nContent-Length: 900\n\n{answer}")),
    ] {
        run(bare().write_stdin(answer), &["parse", function]).fails(9, &["ends in the middle of"]);
    }
    let refused = "<page><status><error>Solo pinless is incorrect format</error></status></page>";
    run(bare().write_stdin(refused), &["parse", "cc_group_update"]).fails(6, &["Solo pinless is incorrect"]);
}

#[test]
fn a_preview_of_an_email_is_shown() {
    let of = |text: &str| format!("<page><email_sending_status>{text}</email_sending_status></page>");
    let preview = parsed("email_send", &of("Hello Anna,&lt;br/&gt;you owe 3."));
    assert_eq!(preview, "Hello Anna,<br/>you owe 3.");
    assert_eq!(parsed("email_send", &of("Email sent")), "Email sent");
    let disabled = of("E-mail has been disabled");
    run(bare().write_stdin(disabled), &["parse", "email_send"]).fails(6, &["E-mail has been disabled"]);
}

#[test]
fn a_limit_is_a_number_or_a_word_of_any_language_and_never_null() {
    let did = |limit: &str| format!("<did><did>4</did><status>Free</status>{limit}<id>4</id></did>");
    let element = |limit: &str| did(&format!("<simultaneous_call_limit>{limit}</simultaneous_call_limit>"));
    let page = |dids: &str| format!("<page><dids>{dids}</dids></page>");
    let dids = ["Neribota", "Unlimited", "12"].map(element).concat();
    let dids = parsed("dids_get", &page(&dids));
    let limits = dids["dids"].as_array().unwrap().iter().map(|did| &did["simultaneous_call_limit"]);
    assert_eq!(limits.collect::<Vec<_>>(), [&"Neribota".into(), &"Unlimited".into(), &serde_json::json!(12)]);
    for limit in ["10x", "-"] {
        let broken = page(&element(limit));
        run(bare().write_stdin(broken), &["parse", "dids_get"]).fails(9, &["simultaneous_call_limit", limit]);
    }
}

#[test]
fn only_known_texts_are_refusals_of_a_balance() {
    for (text, amount, currency) in
        [("66.50", "66.50", serde_json::Value::Null), ("66.50 SEK\n", "66.50", "SEK".into())]
    {
        let json = parsed("user_balance_get", text);
        assert_eq!((json["amount"].as_str(), &json["currency"]), (Some(amount), &currency), "{text}");
    }
    for text in ["66,5", "66.50 US$", "Too many requests", "{\"error\": 7}", "1 HTTP/1.1"] {
        run(bare().write_stdin(text), &["parse", "user_balance_get"]).fails(9, &["a plain text"]);
    }
    run(bare().write_stdin("Feature disabled"), &["parse", "user_balance_get"])
        .fails(6, &["Feature disabled"]);
    run(bare().write_stdin("User was not found"), &["parse", "user_balance_get"]).fails(5, &["not found"]);
}

#[test]
fn a_head_in_front_of_the_answer_is_used() {
    let head = "HTTP/1.1 200 OK\r\nServer: Apache\r\n\r\n";
    let balance = "<page><balance>66.50</balance></page>";
    assert_eq!(parsed("user_balance_get", &format!("{head}{balance}"))["amount"], "66.50");
    for (head, text) in [
        ("HTTP/1.1 500 Internal Server Error\r\n\r\n", "HTTP status 500"),
        ("HTTP/1.1 302 Found\nLocation: https://switch/login\n\n", "redirects to https://switch/login"),
    ] {
        run(bare().write_stdin(format!("{head}{balance}")), &["parse", "user_balance_get"]).fails(9, &[text]);
    }
    let large = run(
        bare().write_stdin(format!("{head}{}", calls(9_000, None))),
        &["parse", CALLS, "--format", "jsonl"],
    );
    assert_eq!(large.ok().lines().count(), 9_000);
}

/// A browser builds a web page around an answer that is declared as one.
#[test]
fn an_answer_in_the_page_of_a_browser_is_decoded_and_a_file_gets_no_advice_about_the_network() {
    let page = |answer: &str| format!("<html><head></head><body>{answer}</body></html>");
    let created = page("<page><status>Device created</status><id>31</id></page>");
    assert_eq!(parsed("device_create", &created)["id"], 31);
    let refused = page("<page><status><error>Device was not found</error></status></page>");
    run(bare().write_stdin(refused), &["parse", "device_update"]).fails(5, &["Device was not found"]);
    for answer in [page("Login"), page("<page><status><other/></status></page>")] {
        let failed = run(bare().write_stdin(answer), &["parse", "device_create"]).fails(9, &["curl -o FILE"]);
        assert!(!failed.err.contains("URL") && !failed.err.contains("doctor"), "{}", failed.err);
    }
}
