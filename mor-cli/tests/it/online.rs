//! Commands that call a server: a simulator over HTTP, or the embedded one of `--demo`. Every exit code is here.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // in helpers of the tests

use crate::support::{POLL, bare, demo, file, mor, run, with};
use mor_sim::catalog::{Effect, Function};
use mor_sim::{Answer, Fault, Simulator};
use tempfile::TempDir;

const ROWS: &str = "<page><lcrs><lcr><id>1</id></lcr></lcrs></page>";

#[test]
fn a_call_gives_the_typed_answer() {
    let simulator = Simulator::start().unwrap();
    let json = run(&mut with(&simulator), &["call", POLL, "id=2"]).json();
    let expected = serde_json::json!({"records": [
        {"number": "1111", "fields": []},
        {"number": "2222", "fields": ["2020-01-01T01:01:01", "2090-12-31T23:59:59"]},
    ]});
    assert_eq!(json, expected);
    let request = simulator.last_request().unwrap();
    assert!(request.verdict.is_accepted(), "{}", request.verdict);
    assert!(request.query.is_empty(), "parameters travel in the body");
}

#[test]
fn a_list_in_every_format() {
    let table = demo(&["call", "lcrs_get", "--format", "table"]).ok();
    let jsonl = demo(&["call", "lcrs_get", "--format", "jsonl"]).ok();
    let csv = demo(&["call", "lcrs_get", "--format", "csv"]).ok();
    let rows: Vec<serde_json::Value> =
        jsonl.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(!rows.is_empty());
    assert_eq!(csv.lines().count(), rows.len() + 1, "{csv}");
    assert_eq!(table.lines().count(), rows.len() + 1, "{table}");
    let keys: Vec<&str> = rows[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(csv.lines().next().unwrap(), keys.join(","));
}

#[test]
fn an_older_name_is_called_by_that_name() {
    let simulator = Simulator::start().unwrap();
    run(&mut with(&simulator), &["call", "user_calls", "s_user=2"]).ok();
    assert!(simulator.last_request().unwrap().path.ends_with("/user_calls"));
}

#[test]
fn another_caller_can_be_named() {
    let simulator = Simulator::start().unwrap();
    run(&mut with(&simulator), &["call", POLL, "id=2", "u=admin"]).ok();
    assert_eq!(simulator.last_request().unwrap().param("u").as_deref(), Some("admin"));
}

#[test]
fn a_dry_run_sends_nothing() {
    let simulator = Simulator::start().unwrap();
    let shown = run(&mut with(&simulator), &["call", "lcr_delete", "lcr_id=2", "--dry-run"]).ok();
    assert!(shown.contains("lcr_id = 2") && !shown.contains("secret\n"), "{shown}");
    assert!(simulator.requests().is_empty());
}

#[test]
fn what_changes_something_wants_a_yes() {
    let simulator = Simulator::start().unwrap();
    run(&mut with(&simulator), &["call", "lcr_delete", "lcr_id=2"])
        .fails(2, &["lcr_delete changes", "--yes"]);
    assert!(simulator.requests().is_empty());
    run(&mut with(&simulator), &["call", "lcr_delete", "lcr_id=2", "--yes"]).ok();
    assert_eq!(simulator.requests().len(), 1);
}

#[test]
fn a_file_is_uploaded() {
    let (simulator, directory) = (Simulator::start().unwrap(), TempDir::new().unwrap());
    let numbers = file(&directory, "numbers.csv", "37060000099\n37060000098\n", 0o600);
    let parameter = format!("file={}", numbers.display());
    run(&mut with(&simulator), &["call", "autodialer_upload_numbers", "id=1", &parameter, "--yes"]).ok();
    assert_eq!(simulator.campaign(1, |campaign| campaign.numbers.len()), Some(4));
    run(
        &mut with(&simulator),
        &["call", "autodialer_upload_numbers", "id=1", "file=/nonexistent.csv", "--yes"],
    )
    .fails(2, &["the file to upload could not be read", "nothing was sent"]);
}

#[test]
fn an_undeclared_function_is_reached() {
    let simulator = Simulator::start().unwrap();
    simulator.add_function(Function::new("brand_new", Effect::Write)).unwrap();
    simulator.on("brand_new").respond(Answer::xml("<page><x>1</x><x>2</x></page>"));
    let raw = ["call", "--raw", "brand_new", "b=2", "a=1", "--hash", "a,u", "--yes"];
    assert_eq!(run(&mut with(&simulator), &raw).ok(), "<page><x>1</x><x>2</x></page>");
    let request = simulator.last_request().unwrap();
    let hash = mor_api::Hash::of(["1", "some_user"], "secret");
    assert_eq!(request.raw().param("hash").as_deref(), Some(hash.as_str()));
    assert_eq!(request.param("b").as_deref(), Some("2"));
    let json = run(with(&simulator).args(raw), &["--format", "json"]).json();
    assert_eq!(json, serde_json::json!({"page": {"x": ["1", "2"]}}));
    run(&mut with(&simulator), &["call", "--raw", "brand_new", "a=1", "--hash", "b"])
        .fails(2, &["--hash", "`b`"]);
    run(&mut with(&simulator), &["call", "brand_new", "a=1"]).fails(2, &["`brand_new`", "--raw"]);
    // The simulator's own check agrees for a function of its catalog.
    run(&mut with(&simulator), &["call", "--raw", POLL, "id=2", "--hash", "id"]).ok();
    assert!(simulator.last_request().unwrap().verdict.is_accepted());
    run(&mut with(&simulator), &["call", "--raw", POLL, "id=2"]).fails(4, &["Incorrect hash"]);
    run(&mut with(&simulator), &["call", "--raw", "lcr_delete", "lcr_id=2"]).fails(2, &["--yes"]);
}

#[test]
fn exit_3_without_a_server_says_how_to_get_one() {
    mor(&["call", POLL, "id=2"]).fails(3, &["no server is configured", "MOR_URL", "config.toml", "--demo"]);
    let mut no_user = bare();
    no_user.env("MOR_URL", "http://127.0.0.1:9");
    run(&mut no_user, &["call", POLL, "id=2"]).fails(3, &["no username"]);
    let mut no_key = bare();
    no_key.env("MOR_URL", "http://127.0.0.1:9").env("MOR_USERNAME", "admin");
    run(&mut no_key, &["call", POLL, "id=2"]).fails(3, &["no API secret key", "--unsigned"]);
    let mut http = bare();
    http.env("MOR_URL", "http://switch.example.com")
        .env("MOR_USERNAME", "admin")
        .env("MOR_API_KEY", "secret");
    run(&mut http, &["call", POLL, "id=2"]).fails(3, &["http to switch.example.com is refused"]);
}

#[test]
fn exit_4_for_a_wrong_key_or_user() {
    run(bare().env("MOR_API_KEY", "not the key"), &["--demo", "call", POLL, "id=2"])
        .fails(4, &["Incorrect hash", "mor explain"]);
    run(bare().env("MOR_USERNAME", "nobody"), &["--demo", "call", POLL, "id=2"])
        .fails(4, &["Access Denied", "username"]);
    run(&mut bare(), &["--demo", "--unsigned", "call", POLL, "id=2"]).fails(4, &["Incorrect hash"]);
}

#[test]
fn exit_5_and_6_for_refusals() {
    demo(&["call", POLL, "id=99"]).fails(5, &["Campaign was not found"]);
    demo(&["call", POLL, "id=4"]).fails(6, &["Campaign does not have any Numbers"]);
    let simulator = Simulator::start().unwrap();
    simulator.settings(|settings| settings.allow_api = false);
    run(&mut with(&simulator), &["call", POLL, "id=2"]).fails(6, &["API Requests are disabled", "Allow API"]);
}

#[test]
fn exit_7_when_nobody_answers() {
    let closed = Simulator::start().unwrap();
    let url = closed.url();
    drop(closed);
    let mut command = bare();
    command.env("MOR_URL", url).env("MOR_USERNAME", "some_user").env("MOR_API_KEY", "secret");
    run(&mut command, &["call", POLL, "id=2"]).fails(7, &["could not be reached", "nothing was sent"]);
    let simulator = Simulator::start().unwrap();
    simulator.on(POLL).fail(Fault::CutConnection { after: 10 });
    run(&mut with(&simulator), &["call", POLL, "id=2"]).fails(7, &["connection broke"]);
    assert_eq!(simulator.requests().len(), 3, "a call that reads is tried again");
    run(&mut with(&simulator), &["call", POLL, "id=2", "--no-retry"]).fails(7, &["connection broke"]);
    assert_eq!(simulator.requests().len(), 4);
}

#[test]
fn exit_8_when_a_change_may_have_been_made() {
    let simulator = Simulator::start().unwrap();
    simulator.on("lcr_delete").fail(Fault::CutConnection { after: 10 });
    run(&mut with(&simulator), &["call", "lcr_delete", "lcr_id=2", "--yes"])
        .fails(8, &["the outcome is unknown", "`lcrs_get` no longer lists it"]);
    simulator.on("lcr_delete").fail(Fault::EmptyBody);
    run(&mut with(&simulator), &["call", "lcr_delete", "lcr_id=2", "--yes"])
        .fails(8, &["empty", "the server may have executed the request"]);
    simulator.clear_requests();
    // An undeclared function may have changed something.
    simulator.add_function(Function::new("not_declared", Effect::Write)).unwrap();
    simulator.on("not_declared").respond(Answer::html("Bad Gateway", "nginx").with_status(502));
    run(&mut with(&simulator), &["call", "--raw", "not_declared", "id=2", "--yes"])
        .fails(8, &["502", "look at the server"]);
    assert_eq!(simulator.requests().len(), 1, "it is not called twice");
    let slow = Simulator::start().unwrap();
    slow.on("lcr_delete").fail(Fault::Delay(std::time::Duration::from_secs(5)));
    run(&mut with(&slow), &["call", "lcr_delete", "lcr_id=2", "--yes", "--timeout", "1"])
        .fails(8, &["no response within 1 s (1 try)"]);
}

#[test]
fn exit_9_when_the_answer_is_something_else() {
    let simulator = Simulator::start().unwrap();
    for (fault, text) in [
        (Fault::HtmlPage, "HTML page"),
        (Fault::EmptyBody, "empty"),
        (Fault::LoginRedirect, "redirects"),
        (Fault::ServerError, "500"),
        (Fault::Truncate(60), "ends in the middle"),
    ] {
        simulator.reset_rules();
        simulator.on(POLL).fail(fault);
        run(&mut with(&simulator), &["call", POLL, "id=2"]).fails(9, &[text]);
    }
}

#[test]
fn poll_results_of_many_campaigns() {
    let run = demo(&["poll-results", "1", "2", "3", "4", "99", "2", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let campaigns: Vec<_> =
        json.as_array().unwrap().iter().map(|one| one["campaign"].as_u64().unwrap()).collect();
    assert_eq!(campaigns, [1, 2, 3, 4, 99]);
    assert_eq!(json[1]["records"][0]["number"], "1111");
    assert_eq!(json[3]["error"]["exit_code"], 6);
    assert_eq!(json[4]["error"]["exit_code"], 5);
    run.fails(6, &["campaign 4: ", "campaign 99: "]);
    demo(&["poll-results", "99"]).fails(5, &["Campaign was not found"]);
    demo(&["poll-results", "two"]).fails(2, &["two"]);
    demo(&["poll-results"]).fails(2, &["CAMPAIGN"]);
    demo(&["poll-results", "2", "-j", "0"]).fails(2, &["1..=32"]);
}

#[test]
fn poll_results_as_rows() {
    assert_eq!(
        demo(&["poll-results", "2", "--format", "csv"]).ok(),
        "campaign,number,field_1,field_2\n2,1111,,\n2,2222,2020-01-01 01:01:01,2090-12-31 23:59:59\n"
    );
    assert_eq!(
        demo(&["poll-results", "2", "--format", "jsonl"]).ok().lines().next(),
        Some("{\"campaign\":2,\"number\":\"1111\",\"fields\":[]}")
    );
    assert_eq!(
        demo(&["poll-results", "2"]).ok(),
        "campaign  number  answers\n2         1111\n2         2222    2020-01-01 01:01:01  2090-12-31 23:59:59\n"
    );
}

#[test]
fn a_summary_counts_answers() {
    let simulator = Simulator::start().unwrap();
    simulator.campaign(2, |campaign| "1,yes\n2,no\n3,yes\n4,yes".clone_into(&mut campaign.poll_results));
    assert_eq!(
        run(&mut with(&simulator), &["poll-results", "2", "--summary", "--format", "csv"]).ok(),
        "campaign,answer,count\n2,yes,3\n2,no,1\n"
    );
    let chart = run(&mut with(&simulator), &["poll-results", "2", "--summary"]).ok();
    assert!(chart.contains(&format!("yes     3      {}\n", "█".repeat(30))), "{chart}");
}

#[test]
fn a_balance_below_the_limit_is_exit_1() {
    assert_eq!(demo(&["balance"]).ok(), "26.0000\n");
    let json = demo(&["balance", "some_user", "--below", "10", "--format", "json"]).json();
    assert_eq!(json["balance"], "26.0000");
    assert_eq!(json["below"], false);
    let below = demo(&["balance", "some_user", "--below", "100"]).fails(1, &["26.0000, below 100"]);
    assert_eq!(below.out, "26.0000\n");
    demo(&["balance", "--below", "-5"]).ok();
    demo(&["balance", "--below", "much"]).fails(2, &["--below"]);
    let simulator = Simulator::start().unwrap();
    simulator.on("user_balance_get").respond(Answer::error("page/error", "User was not found"));
    run(&mut with(&simulator), &["balance", "nobody"]).fails(5, &["User was not found"]);
}

#[test]
fn the_doctor_finds_nothing_wrong_with_the_demo() {
    let checks = demo(&["doctor", "--format", "json"]).json();
    let checks = checks.as_array().unwrap();
    assert!(checks.iter().all(|check| check["result"] == "ok"), "{checks:?}");
    let names: Vec<&str> = checks.iter().map(|check| check["check"].as_str().unwrap()).collect();
    assert_eq!(names, ["configuration", "network", "URL", "API", "caller", "key", "GET", "clock"]);
}

#[test]
fn the_doctor_names_the_setting() {
    let doctor = |simulator: &Simulator| run(&mut with(simulator), &["doctor"]);
    let simulator = Simulator::start().unwrap();
    simulator.settings(|settings| (settings.allow_get, settings.check_hash) = (true, false));
    let out = doctor(&simulator).ok();
    assert!(out.contains("Disable hash checking") && out.contains("Allow GET API"), "{out}");
    simulator.settings(|settings| settings.allow_api = false);
    let off = doctor(&simulator).fails(6, &[]);
    assert!(off.out.contains("Allow API"), "{}", off.out);
    simulator.settings(|settings| (settings.allow_api, settings.check_hash) = (true, true));
    let wrong = run(with(&simulator).env("MOR_API_KEY", "wrong"), &["doctor"]).fails(4, &[]);
    assert!(wrong.out.contains("API Secret Key"), "{}", wrong.out);
    let nobody = run(with(&simulator).env("MOR_USERNAME", "nobody"), &["doctor"]).fails(4, &[]);
    assert!(nobody.out.contains("does not know the user nobody"), "{}", nobody.out);
    simulator.on("system_version_get").fail(Fault::HtmlPage);
    let html = doctor(&simulator).fails(9, &[]);
    assert!(html.out.contains("/billing/api/"), "{}", html.out);
    let https = simulator.url().replace("http:", "https:");
    run(with(&simulator).env("MOR_URL", https), &["doctor"]).fails(7, &[]);
    let unconfigured = mor(&["doctor"]).fails(3, &[]);
    assert!(unconfigured.out.contains("MOR_URL"), "{}", unconfigured.out);
}

#[test]
fn output_goes_to_a_file_whole_or_not_at_all() {
    let directory = TempDir::new().unwrap();
    let path = file(&directory, "out.csv", "old", 0o600);
    let target = path.to_str().unwrap();
    demo(&["call", POLL, "id=99", "-o", target]).fails(5, &[]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(demo(&["poll-results", "2", "--format", "csv", "-o", target]).ok(), "");
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("campaign,number"));
    demo(&["functions", "-o", "/nonexistent/out"]).fails(2, &["--output", "/nonexistent/out"]);
    #[cfg(unix)]
    demo(&["functions", "-o", "/dev/null"]).ok();
}

#[test]
fn the_name_of_the_output_sets_the_format() {
    let directory = TempDir::new().unwrap();
    let path = |name: &str| directory.path().join(name).to_str().unwrap().to_owned();
    let read = |name: &str| std::fs::read_to_string(path(name)).unwrap();
    for name in ["a.csv", "a.jsonl", "a.json"] {
        let format = name.split('.').next_back().unwrap();
        for command in [&["call", "lcrs_get"][..], &["poll-results", "2"]] {
            let expected = demo(&[command, &["--format", format]].concat()).ok();
            assert_eq!(demo(&[command, &["-o", &path(name)]].concat()).ok(), "");
            assert_eq!(read(name), expected, "{command:?}");
        }
    }
    let answer =
        file(&directory, "answer.xml", demo(&["call", "--raw", "lcrs_get", "--hash", "u"]).ok(), 0o600);
    mor(&["parse", "lcrs_get", answer.to_str().unwrap(), "-o", &path("b.csv")]).ok();
    assert_eq!(read("b.csv"), mor(&["parse", "lcrs_get", answer.to_str().unwrap(), "-f", "csv"]).ok());
    demo(&["call", "--raw", "lcrs_get", "--hash", "u", "-o", &path("raw.json")]).ok();
    assert!(read("raw.json").starts_with('{') && !read("raw.json").contains('<'));

    let both = demo(&["call", "lcrs_get", "-f", "jsonl", "-o", &path("c.csv")]);
    let note = "note: --output ends in .csv; it is written as jsonl, because --format says so\n";
    assert_eq!((both.code, both.err.as_str()), (0, note));
    assert_eq!(read("c.csv"), demo(&["call", "lcrs_get", "-f", "jsonl"]).ok());
    demo(&["functions", "-o", &path("d.csv")])
        .fails(2, &["--output: this command does not write csv; it writes table, json", "--format sets"]);
    demo(&["call", "lcrs_get", "-o", &path("d.parquet")])
        .fails(2, &["--output: this command does not write parquet"]);
    assert!(!directory.path().join("d.csv").exists());
}

#[test]
fn no_secret_is_shown() {
    let simulator = Simulator::start().unwrap();
    for arguments in
        [&["doctor"][..], &["call", POLL, "id=99"], &["call", POLL, "id=2", "--dry-run"], &["balance"]]
    {
        let run = run(with(&simulator).env("MOR_API_KEY", "sesame-open"), arguments);
        assert!(!run.out.contains("sesame-open") && !run.err.contains("sesame-open"), "{run:?}");
    }
}

#[test]
fn control_characters_of_a_server_do_not_reach_the_terminal() {
    let simulator = Simulator::start().unwrap();
    simulator.on(POLL).respond(Answer::error("page/error", "\u{9b}31mred &#27;[2J"));
    let run = run(&mut with(&simulator), &["call", POLL, "id=2"]);
    assert!(!run.err.contains(['\u{1b}', '\u{9b}']), "{:?}", run.err);
    simulator.on("lcrs_get").respond(Answer::xml(ROWS));
}
