//! Ctrl-C, SIGTERM and SIGHUP end a command in the same way.

use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use mor_sim::{Fault, Simulator};
use tempfile::TempDir;

use crate::support::POLL;
use crate::writes::booked;

/// The signals and their exit codes; without SIGHUP where the tests themselves run under `nohup`.
fn signals() -> Vec<(&'static str, i32)> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).unwrap_or("1").trim();
    let hangs_up = u64::from_str_radix(ignored, 16).unwrap() & 1 == 0;
    [("INT", 130), ("TERM", 143)].into_iter().chain(hangs_up.then_some(("HUP", 129))).collect()
}

fn mor(simulator: &Simulator, arguments: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("mor"));
    command.env("MOR_URL", simulator.url()).env("MOR_USERNAME", "admin").env("MOR_API_KEY", "secret");
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn slow(function: &str) -> Simulator {
    let simulator = Simulator::start().unwrap();
    simulator.on(function).fail(Fault::Delay(Duration::from_secs(30)));
    simulator
}

/// Sends a signal once the request has arrived.
fn stopped(child: Child, simulator: &Simulator, signal: &str) -> Output {
    while simulator.requests().is_empty() {
        sleep(Duration::from_millis(5));
    }
    kill(&child, signal);
    child.wait_with_output().unwrap()
}

fn kill(child: &Child, signal: &str) {
    let sent = Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status();
    assert!(sent.unwrap().success());
}

#[test]
fn a_change_that_is_stopped_says_that_its_outcome_is_unknown() {
    for (signal, _) in signals() {
        for to_file in [false, true] {
            let (simulator, directory) = (slow("user_balance_update"), TempDir::new().unwrap());
            let file = directory.path().join("answer.json");
            let mut command = mor(&simulator, &crate::writes::PAY);
            if to_file {
                command.arg("-o").arg(&file);
            }
            let output = stopped(command.spawn().unwrap(), &simulator, signal);
            let err = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(8), "{signal}: {err}");
            for text in
                ["user_balance_update: interrupted", "the outcome is unknown", "before you repeat the call"]
            {
                assert!(err.contains(text), "{signal}: {err}");
            }
            assert_eq!(
                std::fs::read_dir(directory.path()).unwrap().count(),
                0,
                "{signal}: no half of a file"
            );
        }
    }
}

#[test]
fn what_only_reads_ends_with_the_code_of_the_signal() {
    for (signal, code) in signals() {
        for arguments in [&["call", POLL, "id=2"][..], &["poll-results", "2"]] {
            let simulator = slow(POLL);
            let output = stopped(mor(&simulator, arguments).spawn().unwrap(), &simulator, signal);
            assert_eq!(output.status.code(), Some(code), "{arguments:?}");
            assert!(String::from_utf8(output.stderr).unwrap().contains("interrupted"), "{signal}");
        }
    }
}

#[test]
fn an_export_that_is_stopped_says_how_to_go_on() {
    for (signal, code) in signals() {
        let (simulator, directory) = (slow("user_calls_get"), TempDir::new().unwrap());
        let period = ["export", "calls", "--from", "2021-07-08", "--till", "2021-07-09", "-o"];
        let mut command = mor(&simulator, &period);
        command.arg(directory.path().join("calls.csv"));
        let output = stopped(command.spawn().unwrap(), &simulator, signal);
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{err}");
        assert!(err.contains("error: interrupted; ") && err.contains("the same command"), "{err}");
    }
}

#[test]
fn a_simulator_is_stopped_by_any_of_them() {
    let simulator = Simulator::start().unwrap();
    for (signal, _) in signals() {
        let mut child = mor(&simulator, &["simulate"]).spawn().unwrap();
        // It listens on signals once it has greeted.
        let mut line = String::new();
        let mut out = std::io::BufReader::new(child.stdout.take().unwrap());
        while !line.contains("--username") {
            std::io::BufRead::read_line(&mut out, &mut line).unwrap();
        }
        let started = Instant::now();
        sleep(Duration::from_millis(300));
        kill(&child, signal);
        assert!(child.wait().unwrap().success(), "{signal}");
        assert!(started.elapsed() < Duration::from_secs(10));
    }
}

#[test]
fn an_ignored_hang_up_stays_ignored() {
    let simulator = Simulator::start().unwrap();
    simulator.on("user_balance_update").fail(Fault::Delay(Duration::from_millis(600)));
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' HUP; exec \"$0\" \"$@\""]).arg(assert_cmd::cargo::cargo_bin("mor"));
    command.env("MOR_URL", simulator.url()).env("MOR_USERNAME", "admin").env("MOR_API_KEY", "secret");
    command.args(crate::writes::PAY).stdout(Stdio::piped()).stderr(Stdio::piped());
    let output = stopped(command.spawn().unwrap(), &simulator, "HUP");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(booked(&simulator), 1);
}
