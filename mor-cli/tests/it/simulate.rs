//! Processes that run until they are interrupted: `mor simulate`, and calls that take long.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // in helpers of the tests
#![cfg(unix)]

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use crate::support::{POLL, bare, file, mor, run};
use tempfile::TempDir;

struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(arguments: &[&str]) -> (Server, String) {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("mor"))
        .arg("simulate")
        .args(arguments)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let url = line.trim().strip_prefix("Listening on ").unwrap().to_owned();
    (Server(child), url)
}

#[test]
fn it_answers_until_it_is_interrupted() {
    let (mut server, url) = start(&[]);
    let mut client = bare();
    client.env("MOR_URL", url).env("MOR_USERNAME", "some_user").env("MOR_API_KEY", "secret");
    run(&mut client, &["call", POLL, "id=2"]).ok();
    Command::new("kill").args(["-INT", &server.0.id().to_string()]).status().unwrap();
    assert!(server.0.wait().unwrap().success(), "Ctrl-C is how it ends");
}

#[test]
fn it_says_where_the_page_is() {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("mor"))
        .arg("simulate")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let lines: Vec<String> = lines.take(2).map(Result::unwrap).collect();
    let _server = Server(child);
    let url = lines[0].strip_prefix("Listening on ").unwrap();
    assert!(lines[1].starts_with(&format!("Page for people: {url}/ ")), "{lines:?}");
}

#[test]
fn a_seed_of_ones_own() {
    let directory = TempDir::new().unwrap();
    let seed = file(
        &directory,
        "seed.toml",
        "[[account]]\nid = 0\nusername = \"root\"\nrole = \"admin\"\nkey = \"hunter2\"\nautodialer = true\n\n\
         [[campaign]]\nid = 7\nname = \"x\"\nowner = \"root\"\nnumbers = [\"1\"]\npoll_results = \"55\"\n",
        0o600,
    );
    let (_server, url) = start(&["--seed", seed.to_str().unwrap()]);
    let mut client = bare();
    client.env("MOR_URL", url).env("MOR_USERNAME", "root").env("MOR_API_KEY", "hunter2");
    assert!(run(&mut client, &["poll-results", "7"]).ok().contains("55"));
}

#[test]
fn wrong_input() {
    mor(&["simulate", "--port", "many"]).fails(2, &["--port"]);
    mor(&["simulate", "--seed", "/nonexistent"]).fails(2, &["--seed", "/nonexistent"]);
    let directory = TempDir::new().unwrap();
    let seed = file(&directory, "seed.toml", "[[account]]\n", 0o600);
    mor(&["simulate", "--seed", seed.to_str().unwrap()]).fails(2, &["--seed", "line"]);
    let typo = "[[account]]\nid = 0\nusername = \"root\"\nrole = \"admin\"\n\n\
                [[fault]]\nfunction = \"payment_creat\"\nfault = \"hang\"\n";
    let seed = file(&directory, "typo.toml", typo, 0o600);
    mor(&["simulate", "--seed", seed.to_str().unwrap()])
        .fails(2, &["--seed", "there is no function `payment_creat`; did you mean `payment_create`?"]);
    let (_server, url) = start(&[]);
    let port = url.rsplit(':').next().unwrap().to_owned();
    mor(&["simulate", "--port", &port]).fails(7, &["--port", &port]);
}

/// Interrupts a command as soon as `ready` says so, and returns its exit code.
fn interrupt(mut command: Command, ready: impl Fn() -> bool) -> Option<i32> {
    let mut server = Server(command.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap());
    while !ready() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    Command::new("kill").args(["-INT", &server.0.id().to_string()]).status().unwrap();
    server.0.wait().unwrap().code()
}

#[test]
fn an_interrupted_call_says_whether_something_may_have_changed() {
    for (function, parameter, code) in [(POLL, "id=2", 130), ("lcr_delete", "lcr_id=2", 8)] {
        let simulator = mor_sim::Simulator::start().unwrap();
        simulator.on(function).fail(mor_sim::Fault::Delay(std::time::Duration::from_secs(30)));
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("mor"));
        command.env("MOR_URL", simulator.url()).env("MOR_USERNAME", "some_user").env("MOR_API_KEY", "secret");
        command.args(["call", function, parameter, "--yes"]);
        assert_eq!(interrupt(command, || !simulator.requests().is_empty()), Some(code), "{function}");
    }
}

#[test]
fn an_interrupted_output_leaves_nothing_behind() {
    let directory = TempDir::new().unwrap();
    let files = || std::fs::read_dir(directory.path()).unwrap().count();
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("mor"));
    // More than is decoded as a whole, so that the output is opened, and then nothing more.
    command.args(["parse", "user_calls_get", "--format", "csv", "-o"]).arg(directory.path().join("out.csv"));
    let mut server = Server(command.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap());
    let mut input = server.0.stdin.take().unwrap();
    let start = format!("<page><total_calls>1</total_calls><calls_stat><calls>{}", " ".repeat(2 << 20));
    std::io::Write::write_all(&mut input, start.as_bytes()).unwrap();
    while files() == 0 {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    // The handler is there a moment after the file.
    std::thread::sleep(std::time::Duration::from_millis(300));
    Command::new("kill").args(["-INT", &server.0.id().to_string()]).status().unwrap();
    assert_eq!(server.0.wait().unwrap().code(), Some(130));
    assert_eq!(files(), 0);
}
