//! `mor export calls` against a simulator: what it writes, what it refuses, and what becomes of it when it is stopped.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // in helpers of the tests

mod stopped;
mod switch;

use crate::support::{demo, mor, run, with};
use mor_sim::{Answer, Fault, Simulator};
use switch::{FUNCTION, HOURS, START, switch};
use tempfile::TempDir;

/// The period of the switch, in Unix seconds.
fn period() -> [String; 4] {
    ["--from".to_owned(), START.to_string(), "--till".to_owned(), (START + HOURS * 3600).to_string()]
}

/// `mor export calls` of the switch's period.
fn export<'a>(period: &'a [String; 4], more: &[&'a str]) -> Vec<&'a str> {
    ["export", "calls"]
        .into_iter()
        .chain(period.iter().map(String::as_str))
        .chain(more.iter().copied())
        .collect()
}

fn out(directory: &TempDir, name: &str) -> String {
    directory.path().join(name).to_str().unwrap().to_owned()
}

#[test]
fn csv_and_json_lines_have_every_call_once() {
    let (simulator, calls) = switch(std::time::Duration::ZERO);
    let (directory, period) = (TempDir::new().unwrap(), period());
    let (csv, jsonl) = (out(&directory, "a.csv"), out(&directory, "a.jsonl"));
    let told = run(&mut with(&simulator), &export(&period, &["--output", &csv]));
    assert!(told.err.contains(&format!("note: {calls} calls in ")), "{}", told.err);
    assert_eq!(told.ok(), "", "the data is in the file");
    run(&mut with(&simulator), &export(&period, &["-o", &jsonl, "-f", "jsonl", "--window", "5h"])).ok();
    let all: Vec<String> = (0..calls).map(|id| id.to_string()).collect();
    let csv = std::fs::read_to_string(csv).unwrap();
    let column = csv.lines().next().unwrap().split(',').position(|name| name == "id").unwrap();
    let of_csv: Vec<&str> = csv.lines().skip(1).map(|line| line.split(',').nth(column).unwrap()).collect();
    assert_eq!(of_csv, all);
    let rows: Vec<serde_json::Value> = std::fs::read_to_string(jsonl)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(rows.iter().map(|row| row["id"].to_string()).collect::<Vec<_>>(), all);
    assert_eq!(simulator.requests().len(), 24 + 5, "one for each window");
    assert!(simulator.requests().iter().all(|request| request.verdict.is_accepted()));
}

#[test]
fn parquet_is_a_folder_with_a_partition_for_each_date() {
    let (simulator, _) = switch(std::time::Duration::ZERO);
    let (directory, period) = (TempDir::new().unwrap(), period());
    let folder = out(&directory, "calls");
    run(&mut with(&simulator), &export(&period, &["-o", &folder, "-f", "parquet"])).ok();
    let partition = std::fs::read_dir(directory.path().join("calls/date=2021-07-08")).unwrap();
    let parts: Vec<_> = partition.map(|entry| std::fs::read(entry.unwrap().path()).unwrap()).collect();
    assert!(
        !parts.is_empty() && parts.iter().all(|part| part.starts_with(b"PAR1") && part.ends_with(b"PAR1"))
    );
}

#[test]
fn a_user_and_a_zone() {
    let (simulator, _) = switch(std::time::Duration::ZERO);
    let directory = TempDir::new().unwrap();
    let file = out(&directory, "a.csv");
    let arguments = ["export", "calls", "--from", "2021-07-08", "--till", "2021-07-08 01:00", "--user", "5"];
    let arguments = [&arguments[..], &["--tz", "Europe/Vilnius", "-o", &file]].concat();
    let told = run(&mut with(&simulator), &arguments);
    assert!(told.err.contains("--from: 2021-07-08 00:00:00 in Europe/Vilnius is 1625691600"), "{}", told.err);
    told.ok();
    let request = simulator.last_request().unwrap();
    assert_eq!(request.param("s_user").as_deref(), Some("5"));
    assert_eq!(request.param("period_start").as_deref(), Some("1625691600"));
    assert_eq!(request.param("period_end").as_deref(), Some("1625695199"), "the server includes both ends");
}

#[test]
fn a_complete_export_is_left_alone_and_continued_with_a_later_end() {
    let (simulator, calls) = switch(std::time::Duration::ZERO);
    let (directory, all) = (TempDir::new().unwrap(), period());
    let file = out(&directory, "a.csv");
    let first = [&all[0], &all[1], &all[2], &(START + 3600).to_string()].map(Clone::clone);
    run(&mut with(&simulator), &export(&first, &["-o", &file])).ok();
    let again = run(&mut with(&simulator), &export(&first, &["-o", &file]));
    assert!(again.err.contains("was complete already"), "{}", again.err);
    assert_eq!(simulator.requests().len(), 1);
    let more = run(&mut with(&simulator), &export(&all, &["-o", &file]));
    assert!(
        more.err.contains(&format!("{calls} calls in ")) && more.err.contains("of them new"),
        "{}",
        more.err
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap().lines().count(), calls + 1);
    run(&mut with(&simulator), &export(&all, &["-o", &file, "--user", "5"]))
        .fails(2, &["a.csv.state.json", "selection of calls", "another --output"]);
}

#[test]
fn failures_have_their_exit_codes_and_say_how_to_go_on() {
    let (directory, period) = (TempDir::new().unwrap(), period());
    let simulator = Simulator::start().unwrap();
    let refused = Answer::xml("<page><error>User was not found</error></page>");
    let wrong = Answer::xml(
        "<page><calls_stat><calls><call><calldate2>soon</calldate2></call></calls></calls_stat></page>",
    );
    for (number, (answer, code, text)) in
        [(refused, 5, "User was not found"), (wrong, 9, "calldate2"), (Answer::xml("<html>"), 9, "")]
            .into_iter()
            .enumerate()
    {
        simulator.on(FUNCTION).respond(answer);
        let file = out(&directory, &format!("{number}.csv"));
        let run = run(&mut with(&simulator), &export(&period, &["-o", &file, "--retries", "0"]));
        run.fails(code, &[text, "the calls from 2021-07-08T", "the same command continues"]);
        simulator.reset_rules();
    }
    let mut stranger = with(&simulator);
    stranger.env("MOR_API_KEY", "another");
    run(&mut stranger, &export(&period, &["-o", &out(&directory, "k.csv")])).fails(4, &["Incorrect hash"]);
    simulator.on(FUNCTION).fail(Fault::CutConnection { after: 20 });
    let arguments = export(&period, &["-o", &out(&directory, "n.csv"), "--retries", "1"]).join(" ");
    let arguments: Vec<&str> = arguments.split(' ').collect();
    run(&mut with(&simulator), &arguments).fails(7, &["are asked for again", "tried 2 times"]);
}

#[test]
fn wrong_input() {
    let period = period();
    mor(&["export"]).fails(2, &["calls"]);
    mor(&["export", "cals"]).fails(2, &["calls"]);
    mor(&["export", "calls"]).fails(2, &["--from", "--till"]);
    mor(&["export", "calls", "--from", "soon", "--till", "2021-07-08"])
        .fails(2, &["--from: `soon` is not a time", "2026-01-31"]);
    mor(&["export", "calls", "--from", "2021", "--till", "2022"])
        .fails(2, &["--from: as Unix seconds, 2021 is 1970-01-01 00:33:41", "is a date meant?"]);
    mor(&["export", "calls", "--from", "2021-07-08", "--till", "2021-13-08"])
        .fails(2, &["--till: `2021-13-08` is not a time"]);
    mor(&["export", "calls", "--from", "2021-07-09", "--till", "2021-07-08"])
        .fails(2, &["--till", "after it starts"]);
    mor(&export(&period, &["--window", "1w"])).fails(2, &["--window", "15m"]);
    mor(&export(&period, &["--user", "bob"])).fails(2, &["--user", "ID"]);
    mor(&export(&period, &["--format", "json"])).fails(2, &["--format", "csv, jsonl, parquet"]);
    mor(&["functions", "--format", "parquet"]).fails(2, &["does not write parquet"]);
    mor(&export(&period, &["-o", "-"])).fails(2, &["--output", "mor call user_calls_get"]);
    mor(&export(&period, &[])).fails(3, &["no server is configured", "--demo"]);
    let directory = TempDir::new().unwrap();
    let folder = directory.path().to_str().unwrap();
    demo(&export(&period, &["-o", folder])).fails(2, &["--output", "is not a regular file"]);
    let file = crate::support::file(&directory, "mine.csv", "mine", 0o600);
    let file = file.to_str().unwrap();
    demo(&export(&period, &["-o", file, "-f", "parquet"])).fails(2, &["--output", "is not a folder"]);
    demo(&export(&period, &["-o", file])).fails(2, &["mine.csv exists already, but there is no state file"]);
    assert_eq!(std::fs::read_to_string(file).unwrap(), "mine");
    demo(&export(&period, &["-o", &out(&directory, "no/where.csv")]))
        .fails(2, &["no/where.csv: the folder ", "no does not exist; create it first"]);
    let state = crate::support::file(&directory, "state", "{", 0o600);
    demo(&export(&period, &["-o", &out(&directory, "b.csv"), "--state", state.to_str().unwrap()]))
        .fails(2, &["state: it is not the state of an export"]);
    let future = ["--from", "2021-07-08", "--till", "2999-01-01"].map(str::to_owned);
    demo(&export(&future, &["-o", &out(&directory, "c.csv")]))
        .fails(2, &["not over yet", "a date includes its whole day"]);
}

#[test]
fn a_file_that_was_changed_after_the_export_is_refused_untouched() {
    let (simulator, _) = switch(std::time::Duration::ZERO);
    let (directory, all) = (TempDir::new().unwrap(), period());
    let file = out(&directory, "m.csv");
    let first = [&all[0], &all[1], &all[2], &(START + 3600).to_string()].map(Clone::clone);
    run(&mut with(&simulator), &export(&first, &["-o", &file])).ok();
    let content = std::fs::read_to_string(&file).unwrap();
    for changed in [content.replace('\n', "\r\n"), format!("{content}mine\n"), content.replace("1.5", "1.6")]
    {
        std::fs::write(&file, &changed).unwrap();
        run(&mut with(&simulator), &export(&all, &["-o", &file])).fails(
            2,
            &["m.csv was changed after the export: it", "undo the change, or export to another --output"],
        );
        assert_eq!(std::fs::read_to_string(&file).unwrap(), changed);
    }
    assert_eq!(simulator.requests().len(), 1);
    std::fs::write(&file, content).unwrap();
    run(&mut with(&simulator), &export(&all, &["-o", &file])).ok();
}

#[test]
fn a_date_is_a_date_and_the_last_one_is_included() {
    let (simulator, _) = switch(std::time::Duration::ZERO);
    let directory = TempDir::new().unwrap();
    let file = out(&directory, "a.csv");
    let arguments = ["export", "calls", "--from", "20210708", "--till", "20210708", "--tz", "Europe/Vilnius"];
    let told = run(&mut with(&simulator), &[&arguments[..], &["--window", "1d", "-o", &file]].concat());
    assert!(told.err.starts_with(
        "note: --from: 2021-07-08 00:00:00 in Europe/Vilnius is 1625691600\n\
         note: --till: 20210708 means up to the end of that day: 2021-07-09 00:00:00 in Europe/Vilnius is 1625778000\n"
    ), "{}", told.err);
    told.ok();
    let request = simulator.last_request().unwrap();
    assert_eq!(request.param("period_start").as_deref(), Some("1625691600"));
    assert_eq!(request.param("period_end").as_deref(), Some("1625777999"));
}

#[test]
fn the_name_of_the_output_sets_the_format() {
    let (simulator, calls) = switch(std::time::Duration::ZERO);
    let (directory, period) = (TempDir::new().unwrap(), period());
    let (jsonl, parquet) = (out(&directory, "a.jsonl"), out(&directory, "a.parquet"));
    run(&mut with(&simulator), &export(&period, &["-o", &jsonl, "--window", "1d"])).ok();
    let lines = std::fs::read_to_string(&jsonl).unwrap();
    assert_eq!(lines.lines().filter(|line| line.starts_with('{')).count(), calls);
    run(&mut with(&simulator), &export(&period, &["-o", &parquet])).ok();
    assert!(directory.path().join("a.parquet/date=2021-07-08").is_dir());
    let json = out(&directory, "a.json");
    demo(&export(&period, &["-o", &json]))
        .fails(2, &["--output: this command does not write json; it writes csv, jsonl, parquet"]);
}
