//! Secrets planted in the configuration, in parameters and in answers are looked for in all that the command writes.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::support::{Run, bare, file, run};
use mor_sim::{Answer, Fault, Simulator};
use tempfile::TempDir;

const KEY: &str = "planted-key-5ac1f09d";
const PASSWORD: &str = "planted-password-77e03b";
const SECRET: &str = "planted-secret-31c7";
const PIN: &str = "904417731";

fn mor(url: &str, arguments: &[&str]) -> Run {
    let mut command = bare();
    command.env("MOR_URL", url).env("MOR_USERNAME", "admin");
    command.env("MOR_API_KEY", KEY).env("MOR_PASSWORD", PASSWORD);
    // What a logger of a library would read.
    command.env("RUST_LOG", "trace").env("RUST_BACKTRACE", "1");
    run(&mut command, arguments)
}

/// None of the secrets stands in what was written; an explanation alone shows the hash.
#[track_caller]
fn assert_hidden(run: &Run, hash: Option<&str>) {
    for written in [&run.out, &run.err] {
        for secret in [KEY, PASSWORD, SECRET, PIN, "planted"].into_iter().chain(hash) {
            assert!(!written.contains(secret), "{secret} in {written}");
        }
    }
}

/// Parameters in a file, the place for secrets.
fn input() -> (TempDir, String) {
    let directory = TempDir::new().unwrap();
    let text = format!("device=5\npassword={SECRET}\npin={PIN}\n");
    let path = file(&directory, "input", text, 0o600).display().to_string();
    (directory, path)
}

/// `mor call device_update` with the secrets, at a server that does this; what was sent held them.
#[track_caller]
fn update(prepare: impl Fn(&Simulator)) -> Run {
    let simulator = Simulator::start().unwrap();
    prepare(&simulator);
    let (_directory, input) = input();
    let run = mor(&simulator.url(), &["call", "device_update", "--input", &input, "--yes", "--timeout", "5"]);
    let sent = simulator.last_request().expect("the request arrived");
    assert_eq!(sent.raw().param("password").as_deref(), Some(SECRET));
    assert_eq!(sent.raw().param("pin").as_deref(), Some(PIN));
    let hash = sent.raw().param("hash").expect("it was signed");
    assert_hidden(&run, Some(&hash));
    run
}

#[test]
fn calls_that_go_wrong() {
    let echo = format!("{KEY} {SECRET} {PIN}");
    let refused = update(|simulator| {
        simulator.on("device_update").respond(Answer::error("page/error", &format!("Weak: {SECRET} {PIN}")));
    });
    assert!(refused.err.contains("MOR refused: Weak: *** ***"), "{}", refused.err);
    for answer in [
        Answer::text(&echo[..]),
        Answer::html("Error", &echo),
        Answer::xml(format!("<page></page>{echo}")),
        Answer::xml(format!("<page><{SECRET}")),
        Answer::text(&echo[..]).with_status(500),
        Answer::redirect(&format!("/{SECRET}?p={PIN}")),
    ] {
        let run = update(|simulator| {
            simulator.on("device_update").respond(answer.clone());
        });
        assert_ne!(run.code, 0, "{run:?}");
    }
    let cut = update(|simulator| {
        simulator.on("device_update").fail(Fault::CutConnection { after: 3 });
    });
    cut.fails(8, &["the server may have executed the request"]);
}

#[test]
fn servers_that_are_not_there() {
    let url = Simulator::start().unwrap().url();
    let (_directory, input) = input();
    let arguments = ["call", "device_update", "--input", &input, "--yes"];
    assert_hidden(&mor(&url, &arguments).fails(7, &[]), None);
    assert_hidden(&mor(&format!("https://bob:{SECRET}@switch.example.com"), &arguments).fails(3, &[]), None);
    assert_hidden(&mor(&format!("http://switch.example.com/?key={SECRET}"), &arguments).fails(3, &[]), None);
}

#[test]
fn explanations_and_dry_runs() {
    let (_directory, input) = input();
    for arguments in [
        vec!["explain", "device_update", "--input", &input],
        vec!["explain", "device_update", "--input", &input, "--format", "json"],
        vec!["call", "device_update", "--input", &input, "--dry-run"],
        vec!["call", "device_update", "--input", &input, "--dry-run", "--raw", "--hash", "device,password"],
    ] {
        let run = mor("https://switch.example.com", &arguments);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.out.contains("***"), "{run:?}");
        assert_hidden(&run, None);
    }
}

/// What the server knows, it tells; the command masks it.
#[test]
fn answers_that_hold_secrets() {
    let simulator = Simulator::start().unwrap();
    let facts = mor_sim::catalog::find("devices_get").unwrap();
    let sample = facts.responses[0].xml.replace("pw4example", SECRET);
    assert!(sample.contains(SECRET));
    simulator.on("devices_get").respond(Answer::xml(sample.trim()));
    for format in ["json", "jsonl", "csv", "table"] {
        let run = mor(&simulator.url(), &["call", "devices_get", "user_id=1", "--format", format]);
        assert_hidden(&run, None);
        assert!(run.out.contains("***"), "{format}: {run:?}");
    }
}

#[test]
fn a_wrong_command_line_repeats_no_secret() {
    let url = "https://switch.example.com";
    let secret = format!("pin={PIN}");
    for arguments in [
        vec!["call", "device_update", "device=five", &secret],
        vec!["call", "device_update", &secret],
        vec!["call", "device_updat", "device=5", &secret],
        vec!["call", "device_update", "device=5", "--raw", "--hash", "x", &secret],
    ] {
        let run = mor(url, &arguments);
        assert_ne!(run.code, 0, "{run:?}");
        assert_hidden(&run, None);
    }
    let run = mor(url, &["call", "device_update", "device=5", "--raw", "--dry-run", &secret]);
    assert_hidden(&run, None);
}

#[test]
fn the_checks_of_doctor() {
    let simulator = Simulator::start().unwrap();
    for format in ["table", "json"] {
        assert_hidden(&mor(&simulator.url(), &["doctor", "--format", format]), None);
    }
    let hash = simulator.requests().iter().find_map(|request| request.raw().param("hash")).unwrap();
    assert_hidden(&mor(&simulator.url(), &["doctor"]), Some(&hash));
    let plain = simulator.url().replace("http:", "https:");
    let run = mor(&plain, &["doctor"]);
    assert_hidden(&run, None);
    assert!(run.out.contains("TLS") && run.out.contains("check the port"), "{run:?}");
}
