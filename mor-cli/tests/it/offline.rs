//! Commands that need no server: functions, describe, explain, completions, man, and wrong command lines.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // in helpers of the tests

use crate::support::{POLL, bare, demo, mor, run};

#[test]
fn functions_as_json_are_the_registry() {
    let functions = mor(&["functions", "--format", "json"]).json();
    let functions = functions.as_array().unwrap();
    assert_eq!(functions.len(), mor_endpoints::all().len());
    let poll = functions.iter().find(|function| function["name"] == POLL).unwrap();
    let described = mor(&["describe", POLL, "--format", "json"]).json();
    for (key, value) in poll.as_object().unwrap() {
        assert_eq!(described[key], *value, "{key}");
    }
    assert_eq!((&poll["group"], &poll["addon"]), (&"autodialer".into(), &"Auto-Dialer".into()));
    let id = serde_json::json!({
        "name": "id", "hash_order": 1, "required": true, "type": "integer", "values": [],
        "doc": "ID of the campaign in the MOR database.",
    });
    assert_eq!((&poll["params"][0], poll["params"].as_array().unwrap().len()), (&id, 3));
    assert_eq!(poll["response"]["fields"][0]["name"], "records");
}

#[test]
fn functions_of_a_group() {
    let table = mor(&["functions", "--group", "lcr"]).ok();
    assert!(table.contains("lcr_create") && !table.contains(POLL), "{table}");
    mor(&["functions", "--group", "lrc"]).fails(2, &["--group", "did you mean `lcr`?"]);
    mor(&["functions", "--format", "csv"]).fails(2, &["--format", "csv", "table, json"]);
}

#[test]
fn a_description_says_everything() {
    insta::assert_snapshot!(mor(&["describe", "lcr_delete"]).ok());
    let json = mor(&["describe", "user_calls", "--format", "json"]).json();
    assert_eq!(json["name"], "user_calls_get");
    assert_eq!(json["hash_order"][0], "period_start");
    assert!(json["answers"][0]["xml"].as_str().unwrap().contains("<page>"));
    assert!(json["errors"].as_array().unwrap().iter().any(|error| error["message"] == "User was not found"));
}

/// Generated from the `Spec`s: it must work for each of them, however many there are.
#[test]
fn every_function_can_be_described() {
    // In one process each would be faster, but this is what a user runs.
    for spec in mor_endpoints::all().iter().step_by(1 + mor_endpoints::all().len() / 10) {
        let text = mor(&["describe", spec.function]).ok();
        assert!(spec.params.iter().all(|param| text.contains(param.name)), "{text}");
    }
}

#[test]
fn an_unknown_function_is_named_with_what_was_meant() {
    mor(&["describe", "lcr_crate"]).fails(2, &["`lcr_crate`", "did you mean `lcr_create`?"]);
    mor(&["explain", "get_lcrs"]).fails(2, &["did you mean `lcrs_get`?"]);
    mor(&["explian"]).fails(2, &["explain"]);
    mor(&["explain"]).fails(2, &["FUNCTION"]);
}

#[test]
fn an_explanation_masks_the_key_and_shows_the_hash() {
    let mut command = bare();
    command
        .env("MOR_API_KEY", "topsecret")
        .env("MOR_URL", "https://switch.example.com")
        .env("MOR_USERNAME", "bob");
    insta::assert_snapshot!(run(&mut command, &["explain", POLL, "id=2"]).ok());
}

#[test]
fn an_explanation_as_json() {
    let mut command = bare();
    command.env("MOR_API_KEY", "secret").env("MOR_USERNAME", "some_user").env("MOR_URL", "https://a.example");
    let json = run(&mut command, &["explain", POLL, "id=2", "--format", "json"]).json();
    let hash = "38282ca5e65e63746498ef5b39a2fe71c6448df4";
    let expected = serde_json::json!({
        "function": POLL,
        "hash_parts": [{"param": "id", "value": "2"}],
        "hash": hash,
        "method": "POST",
        "url": format!("https://a.example/billing/api/{POLL}"),
        "form": [["u", "some_user"], ["id", "2"], ["hash", hash]],
    });
    assert_eq!(json, expected);
}

#[test]
fn explaining_needs_no_configuration() {
    let explained = mor(&["explain", POLL, "id=2"]);
    assert!(explained.err.contains("no API secret key"), "{}", explained.err);
    assert!(explained.ok().contains("hash        none"));
}

#[test]
fn the_hash_order_can_be_overridden() {
    let mut command = bare();
    command.env("MOR_API_KEY", "secret").env("MOR_USERNAME", "some_user");
    let json = run(&mut command, &["explain", POLL, "id=2", "--hash", "u,id", "--format", "json"]).json();
    assert_eq!(json["hash"], mor_api::Hash::of(["some_user", "2"], "secret").as_str());
    mor(&["explain", POLL, "id=2", "--hash", "idd"]).fails(2, &["--hash", "`idd`", "did you mean `id`?"]);
}

#[test]
fn curl_takes_the_key_from_the_environment() {
    let mut command = bare();
    command.env("MOR_API_KEY", "topsecret").env("MOR_USERNAME", "o'neil").env("MOR_URL", "https://a.example");
    let curl = run(&mut command, &["explain", POLL, "id=2", "--curl"]).ok();
    assert!(curl.contains("printf %s '2'\"$MOR_API_KEY\""), "{curl}");
    assert!(curl.contains(r"'u=o'\''neil'"), "{curl}");
    assert!(!curl.contains("topsecret"), "{curl}");
}

/// The line that makes the hash, run by a shell.
#[cfg(unix)]
#[test]
fn the_shell_makes_the_same_hash() {
    let curl = demo(&["explain", POLL, "id=2", "--curl"]).ok();
    let line = curl.lines().next().unwrap();
    let script = format!("{line}; printf %s \"$hash\"");
    let output =
        std::process::Command::new("sh").args(["-c", &script]).env("MOR_API_KEY", "secret").output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "38282ca5e65e63746498ef5b39a2fe71c6448df4");
}

#[test]
fn parameters_are_checked_all_at_once() {
    mor(&["explain", POLL, "di=2", "orderby=src"]).fails(
        2,
        &[
            "`di` is not a parameter",
            "did you mean `id`?",
            "did you mean `order_by`?",
            "`id` is missing",
            "mor describe",
        ],
    );
    mor(&["explain", POLL, "id=two"]).fails(2, &["`id`", "whole number"]);
    mor(&["explain", POLL, "id=2", "order_by=tiem"]).fails(2, &["`order_by`", "did you mean `time`?"]);
    mor(&["explain", POLL, "id"]).fails(2, &["`id` is no parameter; right is NAME=VALUE"]);
    mor(&["explain", POLL, "id=1", "id=2"]).fails(2, &["`id` is given twice"]);
    mor(&["explain", POLL, "id=1", "hash=0"]).fails(2, &["`hash` is made by mor"]);
}

#[test]
fn parameters_from_standard_input() {
    let json =
        run(bare().write_stdin("{\"id\": 2}"), &["explain", POLL, "--input", "-", "--format", "json"]).json();
    assert_eq!(json["hash_parts"][0]["value"], "2");
    run(bare().write_stdin("{"), &["explain", POLL, "--input", "-"]).fails(2, &["--input", "JSON"]);
    mor(&["explain", POLL, "--input", "/nonexistent"]).fails(2, &["--input", "/nonexistent"]);
}

#[test]
fn times_are_read_in_the_zone_that_is_asked_for() {
    let arguments = ["explain", "user_calls_get", "period_start=2026-01-01", "--format", "json"];
    let run = mor(&[&arguments[..], &["--tz", "Europe/Vilnius"]].concat());
    assert!(run.err.contains("2026-01-01 00:00:00 in Europe/Vilnius is 1767218400"), "{}", run.err);
    assert_eq!(run.json()["hash_parts"][0]["value"], "1767218400");
    assert!(
        mor(&arguments).err.contains("in UTC is 1767225600") || mor(&arguments).err.contains("in Etc/UTC")
    );
    mor(&["--tz", "Europe/Nowhere", "functions"]).fails(2, &["--tz", "Europe/Nowhere"]);
    mor(&["explain", "user_calls_get", "period_start=soon"])
        .fails(2, &["`period_start`: `soon` is not a time", "2026-01-31"]);
}

/// The value of a parameter as it would be sent, and what is said about it.
fn sent(parameter: &str, more: &[&str]) -> (String, String) {
    let arguments = ["explain", "user_calls_get", parameter, "--format", "json", "--unsigned"];
    let run = mor(&[&arguments[..], more].concat());
    let said = run.err.lines().filter(|line| line.contains("period_")).map(str::to_owned).collect::<Vec<_>>();
    let json = run.json();
    let name = parameter.split('=').next().unwrap();
    let form = json["form"].as_array().unwrap();
    let pair = form.iter().find(|pair| pair[0] == name).unwrap();
    (pair[1].as_str().unwrap().to_owned(), said.join("\n"))
}

#[test]
fn a_time_is_taken_for_what_it_says_and_a_note_shows_it() {
    let told = |parameter: &str, more: &[&str], value: &str, said: &str| {
        assert_eq!(sent(parameter, more), (value.to_owned(), said.to_owned()));
        assert_eq!(sent(parameter, &[more, &["-q"]].concat()), (value.to_owned(), String::new()));
    };
    let vilnius = ["--tz", "Europe/Vilnius"];
    told(
        "period_start=2021-07-08T10:00[America/New_York]",
        &["--tz", "UTC"],
        "1625752800",
        "note: period_start: 2021-07-08 10:00:00 in America/New_York is 1625752800",
    );
    told(
        "period_start=2021-07-08T10:00+02:00",
        &vilnius,
        "1625731200",
        "note: period_start: 2021-07-08 11:00:00 in Europe/Vilnius is 1625731200",
    );
    told(
        "period_start=20210708",
        &vilnius,
        "1625691600",
        "note: period_start: 2021-07-08 00:00:00 in Europe/Vilnius is 1625691600",
    );
    told(
        "period_end=20210708",
        &vilnius,
        "1625777999",
        "note: period_end: 20210708 means the end of that day: 2021-07-08 23:59:59 in Europe/Vilnius is 1625777999",
    );
    told(
        "period_end=1625777999",
        &vilnius,
        "1625777999",
        "note: period_end: 1625777999 is 2021-07-08 23:59:59 in Europe/Vilnius",
    );
    told(
        "period_start=202107",
        &["--tz", "UTC"],
        "202107",
        "warning: period_start: as Unix seconds, 202107 is 1970-01-03 08:08:27 in UTC; is a date meant?",
    );
}

#[test]
fn an_end_before_the_start_is_told() {
    let warning = "warning: `period_end` is before `period_start`: the period ends before it starts\n";
    let call =
        ["explain", "user_calls_get", "period_start=2021-07-09", "--tz", "UTC", "period_end=2021-07-08"];
    assert!(mor(&call).err.contains(warning));
    assert!(!mor(&[&call[..], &["-q"]].concat()).err.contains("warning"));
    assert!(!mor(&[&call[..5], &["period_end=2021-07-09"]].concat()).err.contains("warning"));
    let statements = ["explain", "financial_statements_get", "date_from=2021-07-09", "date_till=2021-07-08"];
    assert!(mor(&statements).err.contains("`date_till` is before `date_from`"));
}

#[test]
fn a_bad_zone_of_the_environment_is_refused_where_a_time_is_read() {
    let mut command = bare();
    command.env("TZ", "Mars/Base");
    run(&mut command, &["explain", "user_calls_get", "period_start=2021-07-08"])
        .fails(3, &["TZ: `Mars/Base` is not a time zone", "--tz"]);
    let mut command = bare();
    command.env("TZ", "Mars/Base");
    run(&mut command, &["explain", "user_calls_get", "period_start=2021-07-08", "--tz", "UTC"]).ok();
    let mut command = bare();
    command.env("TZ", "Mars/Base");
    run(&mut command, &["functions"]).ok();
}

#[test]
fn input_is_read_without_its_byte_order_mark_and_refused_where_it_is_ambiguous() {
    let explain = |input: &str| {
        let arguments = ["explain", "user_balance_update", "--input", "-", "--format", "json"];
        run(bare().write_stdin(input.to_owned()), &arguments)
    };
    let json = explain("\u{feff}user_id=2\r\nbalance=1\r\n").json();
    assert_eq!(json["hash_parts"][0], serde_json::json!({"param": "user_id", "value": "2"}));
    let json = explain("\u{feff}{\"user_id\": 2, \"balance\": 1.5}").json();
    assert_eq!(json["hash_parts"][0], serde_json::json!({"param": "user_id", "value": "2"}));
    explain("{\"user_id\": 2, \"balance\": 1, \"balance\": 2}")
        .fails(2, &["--input: `balance` is given twice"]);
    explain("{\"user_id\": true, \"balance\": 1}").fails(
        2,
        &["--input: `user_id`: expected a whole number without leading zeros, found the JSON value `true`"],
    );
}

/// Runs bash with the script, as if these words had been typed and the tab key been pressed. Returns the candidates.
#[cfg(unix)]
fn bash_completes(words: &[&str]) -> Vec<String> {
    let directory = tempfile::TempDir::new().unwrap();
    let script = crate::support::file(&directory, "mor.bash", mor(&["completions", "bash"]).ok(), 0o600);
    let binary = assert_cmd::cargo::cargo_bin("mor");
    let line = "source \"$1\"; mor=$2; shift 2; COMP_WORDS=(\"$mor\" \"$@\"); COMP_CWORD=$#
        complete -p mor | grep -q -- '-F _mor_names' || exit 1
        compopt() { :; }
        _mor_names \"$mor\" \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD-1]}\"
        printf '%s\\n' \"${COMPREPLY[@]}\"";
    let output = std::process::Command::new("bash")
        .args(["--norc", "-c", line, "bash", script.to_str().unwrap(), binary.to_str().unwrap()])
        .args(words)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// Bash makes words of its own of `=`.
#[cfg(unix)]
#[test]
fn bash_completes_functions_parameters_values_and_groups() {
    assert_eq!(bash_completes(&["call", "lcr_d"]), ["lcr_delete", "lcr_delete_provider"]);
    assert_eq!(bash_completes(&["call", POLL, ""]), ["id=", "order_by=", "s_reseller="]);
    assert_eq!(bash_completes(&["call", POLL, "id", "=", "2", "ord"]), ["order_by="]);
    let calls = "user_calls_get";
    assert_eq!(bash_completes(&["call", calls, "s_call_type", "="])[2], "no\\ answer");
    assert_eq!(bash_completes(&["explain", calls, "s_call_type", "=", "b"]), ["busy"]);
    assert_eq!(bash_completes(&["--url", "http", ":", "//a", ":", "80", "call", "lcrs"]), ["lcrs_get"]);
    assert_eq!(bash_completes(&["functions", "--group", "lc"]), ["lcr"]);
    // What clap's own script knows.
    assert_eq!(bash_completes(&["call", POLL, "--dry"]), ["--dry-run"]);
    assert_eq!(bash_completes(&["compl"]), ["completions"]);
}

#[test]
fn the_scripts_of_other_shells_ask_for_names_too() {
    for (shell, text) in
        [("zsh", "_mor_options \"$@\""), ("fish", "complete -c mor -n 'test (count (__mor_names))")]
    {
        let script = mor(&["completions", shell]).ok();
        assert!(script.contains(text) && script.contains("__complete"), "{shell}");
    }
    let zsh = mor(&["completions", "zsh"]).ok();
    assert_eq!((zsh.matches("\n_mor() {").count(), zsh.matches("\n_mor_options() {").count()), (1, 1));
    assert_eq!(
        mor(&["__complete", "call", "lcrs"]).ok(),
        "lcrs_get\tLists the LCRs (least cost routing sets)\n"
    );
}

#[test]
fn completions_and_the_manual() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = mor(&["completions", shell]).ok();
        for text in ["poll-results", "export", "till", "scaffold", "endpoints"] {
            assert!(script.contains(text), "{shell}: {text}");
        }
    }
    mor(&["completions", "csh"]).fails(2, &["csh", "bash"]);
    let page = mor(&["man"]).ok();
    for text in [
        ".TH",
        "poll\\-results",
        ".SH MOR EXPORT CALLS",
        "\\-\\-till",
        "mor\\-scaffold",
        "MOR_API_KEY",
        "Exit codes",
    ] {
        assert!(page.contains(text), "{text}");
    }
}

#[test]
fn help_tells_exit_codes_and_the_demo() {
    let help = mor(&["--help"]).ok();
    assert!(help.contains("8  outcome unknown") && help.contains("--demo"), "{help}");
}

#[test]
fn a_closed_pipe_is_quiet() {
    let binary = assert_cmd::cargo::cargo_bin("mor");
    let script = format!("{} functions --format json | head -n 1 >/dev/null; echo done", binary.display());
    let output = std::process::Command::new("bash").args(["-o", "pipefail", "-c", &script]).output();
    let Ok(output) = output else { return };
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
