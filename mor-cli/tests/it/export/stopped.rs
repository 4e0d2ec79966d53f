//! Exports that are killed or interrupted, and continued by the same command.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use mor_sim::Simulator;
use tempfile::TempDir;

use crate::export::switch::switch;
use crate::export::{export, out, period};

fn start(simulator: &Simulator, arguments: &[&str]) -> Child {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("mor"));
    command.env("MOR_URL", simulator.url()).env("MOR_USERNAME", "some_user").env("MOR_API_KEY", "secret");
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

/// All files below a folder that are not its state, by their paths in it.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.to_str().unwrap().ends_with("state.json") {
                let content = std::fs::read(&path).unwrap();
                files.insert(path.strip_prefix(folder).unwrap().to_owned(), content);
            }
        }
    }
    files
}

/// Numbers that are as good as random, and the same in every run of the test.
fn random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

/// Kills an export at random points until one run comes to its end, and compares it with one that was left alone.
fn killed_at_random_points_and_continued_it_gives_the_same_rows_as_one_run(format: &str, mut seed: u64) {
    let (simulator, _) = switch(Duration::from_millis(15));
    let period = period();
    let (whole, killed) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let more = ["-f", format, "--window", "30m", "-q", "-o"];
    let whole_out = out(&whole, "calls");
    let started = Instant::now();
    let one_run = start(&simulator, &export(&period, &[&more[..], &[&whole_out]].concat()));
    assert!(one_run.wait_with_output().unwrap().status.success());
    let time_of_one_run = started.elapsed();
    let killed_out = out(&killed, "calls");
    let mut kills = 0_u32;
    loop {
        let mut child = start(&simulator, &export(&period, &[&more[..], &[&killed_out]].concat()));
        // Each run gets further than the last one, on a machine that has become slower since, too.
        let longest = time_of_one_run.mul_f64(0.3 + 0.05 * f64::from(kills));
        // 31 bits.
        let share = u32::try_from(random(&mut seed)).unwrap();
        sleep(longest.mul_f64(f64::from(share) / f64::from(1_u32 << 31)));
        // SIGKILL; of a process that has ended it is nothing.
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        if output.status.success() {
            break;
        }
        assert_eq!(output.status.code(), None, "{}", String::from_utf8_lossy(&output.stderr));
        kills += 1;
        assert!(kills < 300, "it never ends");
    }
    println!("{format}: killed {kills} times");
    assert!(kills >= 2, "{format}: killed {kills} times only");
    assert_eq!(files(killed.path()), files(whole.path()), "{format}");
}

#[test]
fn csv_that_was_killed() {
    killed_at_random_points_and_continued_it_gives_the_same_rows_as_one_run("csv", 20_210_708);
}

#[test]
fn json_lines_that_were_killed() {
    killed_at_random_points_and_continued_it_gives_the_same_rows_as_one_run("jsonl", 7);
}

#[test]
fn parquet_that_was_killed() {
    killed_at_random_points_and_continued_it_gives_the_same_rows_as_one_run("parquet", 2021);
}

#[test]
fn interrupted_it_says_how_to_go_on() {
    let (simulator, calls) = switch(Duration::from_millis(20));
    let (directory, period) = (TempDir::new().unwrap(), period());
    let (file, state) = (out(&directory, "calls.csv"), out(&directory, "state"));
    let arguments = export(&period, &["-o", &file, "--state", &state, "--window", "10m"]);
    let child = start(&simulator, &arguments);
    while simulator.requests().len() < 5 {
        sleep(Duration::from_millis(5));
    }
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let output = child.wait_with_output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(130), "{told}");
    assert!(told.contains("error: interrupted; ") && told.contains("the same command continues"), "{told}");
    assert!(told.contains(&state) && Path::new(&state).exists(), "{told}");
    let asked = simulator.requests().len();

    let output = start(&simulator, &arguments).wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(std::fs::read_to_string(&file).unwrap().lines().count(), calls + 1);
    let windows = 24 * 6;
    let again = simulator.requests().len() - asked;
    assert!(again < windows - 2, "what was complete was not asked for again, but {again} windows were");
}
