//! What was carried out in part is neither a success nor a refusal.

use mor_sim::{Answer, Simulator};

use crate::support::{Run, file, run};
use crate::writes::{PAY, and, with};

const BOTH: &str = "<page><status><error>Password is too short</error>\
    <success>Device successfully updated</success></status></page>";

fn answered(function: &str, answer: &str, arguments: &[&str]) -> Run {
    let simulator = Simulator::start().unwrap();
    simulator.on(function).respond(Answer::xml(answer));
    let run = run(&mut with(&simulator), arguments);
    assert_eq!(simulator.requests().len(), 1, "it is not repeated");
    run
}

#[test]
fn success_and_error_in_one_answer_are_exit_10_for_every_function() {
    for (function, parameters) in [
        ("device_update", &["device=5"][..]),
        ("lcr_delete", &["lcr_id=2"]),
        ("user_balance_update", &PAY[2..4]),
        ("calling_card_update", &["card_id=1"]),
    ] {
        for raw in [&[][..], &["--raw"]] {
            let arguments = [&["call", function, "--yes"][..], parameters, raw].concat();
            let run = answered(function, BOTH, &arguments);
            let done = "partly done: MOR reports \"Device successfully updated\", but refused: Password is too short";
            assert!(run.err.contains(&format!("warning: {function}: {done}")), "{run:?}");
            assert!(run.err.contains("hint: ") && run.err.contains("before you repeat the call"), "{run:?}");
            assert!(run.out.contains("Device successfully updated"), "the answer is shown: {run:?}");
            assert!(!run.err.contains("MOR refused"), "{run:?}");
            run.fails(10, &[]);
        }
    }
}

#[test]
fn the_other_values_of_such_an_answer_are_shown_in_every_format() {
    let answer = "<page><status><error>Short</error><success>Created</success><id>31</id><pin>7856</pin></status></page>";
    let call = ["call", "device_update", "device=5", "--yes"];
    let json = answered("device_update", answer, &call).fails(10, &["--show-secrets"]);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let expected = serde_json::json!(
        {"page/status/success": "Created", "page/status/id": "31", "page/status/pin": "***"}
    );
    assert_eq!(json, expected);
    for (format, text) in [
        ("jsonl", "\"page/status/id\":\"31\",\"page/status/pin\":\"7856\"}\n"),
        ("csv", "page/status/success,page/status/id,page/status/pin\nCreated,31,7856\n"),
        ("table", "page/status/pin      7856\n"),
    ] {
        let run = answered("device_update", answer, &and(&call, &["-f", format, "--show-secrets"]));
        assert!(run.out.contains(text), "{format}: {run:?}");
        run.fails(10, &[]);
    }
}

#[test]
fn failures_of_items_are_exit_10_too() {
    let directory = tempfile::TempDir::new().unwrap();
    let numbers = format!("file={}", file(&directory, "n.csv", "1\n2\n", 0o600).display());
    let sold = "<page><cards><card><pin>7856</pin><number>11</number><balance_without_vat>1</balance_without_vat>\
        <currency>USD</currency></card><status><error>Card error</error></status></cards></page>";
    for (function, parameters, answer, text) in [
        (
            "autodialer_upload_numbers",
            &["id=1", &*numbers][..],
            "<page><status><success>3 out of 5 numbers were imported</success></status></page>",
            "partly done: 2 of 5 numbers were not imported",
        ),
        ("card_from_group_sell", &["id=1"], sold, "partly done: 1 sold, 1 not: Card error"),
        (
            "calling_cards_create",
            &["card_group_id=1", "cards_from=10", "cards_till=20"],
            "<page><status><status>Cards created: 3/11</status></status></page>",
            "partly done: 8 of 11 cards were not created",
        ),
    ] {
        let run = answered(function, answer, &[&["call", function, "--yes"][..], parameters].concat());
        assert_ne!(run.out, "");
        run.fails(10, &[&format!("warning: {function}: {text}")]);
    }
    let all = "<page><status><success>5 out of 5 numbers were imported</success></status></page>";
    answered(
        "autodialer_upload_numbers",
        all,
        &["call", "autodialer_upload_numbers", "id=1", &numbers, "--yes"],
    )
    .ok();
}

#[test]
fn a_saved_answer_is_judged_the_same() {
    let directory = tempfile::TempDir::new().unwrap();
    let saved = file(&directory, "saved.xml", BOTH, 0o600).display().to_string();
    crate::support::mor(&["parse", "device_update", &saved])
        .fails(10, &["warning: device_update: partly done", "Password is too short"]);
}
