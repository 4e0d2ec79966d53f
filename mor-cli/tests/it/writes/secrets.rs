//! Secrets that a call exists to deliver.

use mor_sim::{Answer, Simulator};

use crate::support::{Run, file, mor, run};
use crate::writes::with;

/// Functions that deliver secrets, with the parameters that they require, and secrets of their published samples.
const DELIVER: [(&str, &[&str], &[&str]); 4] = [
    ("card_from_group_sell", &["id=1"], &["7856"]),
    ("device_create", &["user_id=2"], &["kf83hd72kdq1"]),
    (
        "user_register",
        &[
            "id=a",
            "username=b",
            "first_name=c",
            "last_name=d",
            "country_id=1",
            "email=e@example.com",
            "device_type=SIP",
        ],
        &["q8wj2kz61xav", "482910"],
    ),
    ("calling_cards_get", &[], &["2668", "2669"]),
];

fn sample(function: &str, secret: &str) -> String {
    let responses = &mor_sim::catalog::find(function).unwrap().responses;
    responses.iter().find(|response| response.xml.contains(secret)).unwrap().xml.trim().to_owned()
}

fn call(function: &str, parameters: &[&str], answer: &str, more: &[&str]) -> Run {
    let simulator = Simulator::start().unwrap();
    simulator.on(function).respond(Answer::xml(answer));
    let directory = tempfile::TempDir::new().unwrap();
    let passwords = if function == "user_register" { "password=planted\npassword2=planted\n" } else { "" };
    let input = file(&directory, "input", passwords, 0o600).display().to_string();
    let arguments = [&["call", function, "--yes", "--input", &input][..], parameters, more].concat();
    run(&mut with(&simulator), &arguments)
}

#[test]
fn they_are_masked_with_a_note_or_shown_on_request_in_every_format() {
    for (function, parameters, secrets) in DELIVER {
        let answer = sample(function, secrets[0]);
        for format in ["json", "jsonl", "csv", "table"] {
            let masked = call(function, parameters, &answer, &["-f", format]);
            assert_eq!(masked.err.matches("--show-secrets").count(), 1, "{function} {format}: {masked:?}");
            let shown = call(function, parameters, &answer, &["-f", format, "--show-secrets"]);
            assert!(!shown.err.contains("--show-secrets"), "{shown:?}");
            for secret in secrets {
                assert!(
                    !masked.out.contains(secret) && masked.out.contains("***"),
                    "{function} {format}: {masked:?}"
                );
                assert!(
                    shown.out.contains(secret) && !shown.out.contains("***"),
                    "{function} {format}: {shown:?}"
                );
                assert!(!shown.err.contains(secret), "{shown:?}");
            }
            assert_eq!((masked.code, shown.code), (0, 0), "{function}: {masked:?}");
        }
        let quiet = call(function, parameters, &answer, &["-q"]);
        assert_eq!(quiet.err, "", "{function}");
    }
}

#[test]
fn who_is_asked_first_hears_of_them_first() {
    let simulator = Simulator::start().unwrap();
    let sell = ["call", "card_from_group_sell", "id=1"];
    run(&mut with(&simulator), &sell).fails(2, &["note: the answer can hold secrets", "--show-secrets"]);
    let delete = run(&mut with(&simulator), &["call", "lcr_delete", "lcr_id=2"]);
    assert!(!delete.err.contains("--show-secrets"), "{delete:?}");
    assert!(simulator.requests().is_empty());
}

#[test]
fn an_answer_without_secrets_brings_no_note() {
    let run = call("calling_cards_get", &[], "<page><cards></cards></page>", &[]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
fn saved_answers_follow_the_same_rule_also_when_they_are_streamed() {
    let directory = tempfile::TempDir::new().unwrap();
    let sample = sample("calling_cards_get", "2668");
    let (start, rest) = sample.split_once("<card>").unwrap();
    let row = rest.split_once("</card>").unwrap().0;
    let rows = format!("<card>{row}</card>").repeat(4000);
    let large = file(&directory, "large.xml", format!("{start}{rows}</cards></page>"), 0o600);
    assert!(std::fs::metadata(&large).unwrap().len() > 1 << 20, "it is streamed");
    let small = file(&directory, "small.xml", sample, 0o600);
    for (path, count) in [(small, 1), (large, 4000)] {
        let path = path.display().to_string();
        let parse = ["parse", "calling_cards_get", &path, "-f", "jsonl"];
        let masked = mor(&parse);
        assert_eq!(masked.err.matches("--show-secrets").count(), 1, "once: {}", masked.err);
        assert!(!masked.out.contains("2668"));
        masked.ok();
        let shown = mor(&[&parse[..], &["--show-secrets"]].concat());
        assert_eq!((shown.out.matches("\"2668\"").count(), shown.err.as_str()), (count, ""));
    }
}

/// What is not declared has only names to tell by.
#[test]
fn raw_json_masks_by_name_and_shows_on_request() {
    let simulator = Simulator::start().unwrap();
    let answer = "<page><card pin=\"7856\"><pin>7856</pin><number>1111</number></card></page>";
    simulator.on("card_from_group_sell").respond(Answer::xml(answer));
    let arguments = ["call", "--raw", "card_from_group_sell", "id=1", "--yes", "--format", "json"];
    let masked = run(&mut with(&simulator), &arguments);
    let expected = serde_json::json!({"page": {"card": {"@pin": "***", "pin": "***", "number": "1111"}}});
    assert!(masked.err.contains("--show-secrets"), "{}", masked.err);
    assert_eq!(masked.json(), expected);
    let shown = run(&mut with(&simulator), &[&arguments[..], &["--show-secrets"]].concat()).ok();
    assert!(shown.contains("7856") && !shown.contains("***"), "{shown}");
}

/// `ulimit -f`: the kernel sends a signal that ends the process, unless it has a handler.
#[cfg(target_os = "linux")]
#[test]
fn a_size_limit_of_files_loses_no_answer() {
    let simulator = Simulator::start().unwrap();
    let directory = tempfile::TempDir::new().unwrap();
    let command = format!(
        "ulimit -f 0; exec {} call user_balance_update user_id=2 balance=1 --yes > {}",
        assert_cmd::cargo::cargo_bin("mor").display(),
        directory.path().join("out").display()
    );
    let output = std::process::Command::new("sh")
        .args(["-c", &command])
        .env("MOR_URL", simulator.url())
        .env("MOR_USERNAME", "admin")
        .env("MOR_API_KEY", "secret")
        .output()
        .unwrap();
    let messages = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(11), "{messages}");
    assert!(messages.contains("balance"), "{messages}");
}
