//! `mor simulate`: a process of its own that is called by another one.

#![cfg(unix)]

mod support;

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use support::{POLL, bare, file, mor, run};
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
    let (_server, url) = start(&[]);
    let port = url.rsplit(':').next().unwrap().to_owned();
    mor(&["simulate", "--port", &port]).fails(7, &["--port", &port]);
}
