//! Every documented error, at the place where it is documented to stand.

use mor_api::{AnswerError, Payload, Refusal};

use crate::conformance::support::{assert_none, document, pairs};

#[test]
fn every_documented_error_is_a_named_fault() {
    let mut wrong = Vec::new();
    for (function, facts) in pairs() {
        for error in &facts.errors {
            if !function.documents(&Refusal::new(&error.at, &error.message)) {
                wrong.push(format!("{}: {:?} (at {})", facts.name, error.message, error.at));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_documented_error_is_a_refusal_where_it_stands() {
    let mut wrong = Vec::new();
    for (function, facts) in pairs() {
        for error in &facts.errors {
            let answer = answer(&error.at, &error.message);
            let body = if error.at == "text" { Payload::Text(&error.message) } else { Payload::Xml(&answer) };
            match function.check_answer(body) {
                Err(AnswerError::Refused(refusal)) if function.documents(&refusal) => {}
                other => wrong.push(format!("{}: {answer} is {other:?}", facts.name)),
            }
        }
    }
    assert_none(&wrong);
}

/// Case, white space, punctuation and spelling do not count when the variant of a refusal is found.
#[test]
fn the_texts_of_a_function_can_be_told_apart() {
    let plain = |text: &str| {
        let text: String = text.chars().filter(|c| c.is_alphanumeric() || c.is_whitespace()).collect();
        text.to_lowercase().replace('z', "s").split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let mut same = Vec::new();
    for (function, facts) in pairs() {
        let texts = function.fault_texts();
        for (index, text) in texts.iter().enumerate() {
            let others = texts.iter().skip(index + 1).filter(|other| plain(other) == plain(text));
            same.extend(others.map(|other| format!("{}: {text:?} and {other:?}", facts.name)));
        }
    }
    assert_none(&same);
}

/// Texts with a part that varies, as running servers send them.
#[test]
fn texts_of_running_servers_are_named_faults() {
    let mut wrong = Vec::new();
    for (function, text) in [
        ("cc_group_create", "Allow loss calls is incorrect format"),
        ("cc_group_update", "Solo pinless is incorrect format"),
        ("cli_add", "CLI already exists. It is assigned to Anna Client device"),
        ("rate_get", "User belongs to reseller"),
        ("tariff_retail_import", "TARIFF NAME WITH THIS ID DO NOT MATCH !!!FOUND Summer"),
        ("tariff_retail_import", "TARIFF with same name exists, ID:31!!! CHANGE NAME OR ID"),
        ("device_create", "Device Call Timeout must be greater than or equal to 0"),
        ("device_update", "Device Call Timeout must be greater than or equal to 0"),
    ] {
        let function = mor_endpoints::find(function).unwrap();
        if !function.documents(&Refusal::new("page/status/error", text)) {
            wrong.push(format!("{}: {text:?}", function.spec().function));
        }
    }
    assert_none(&wrong);
}

fn answer(at: &str, message: &str) -> String {
    match at {
        "unknown" => document("page/status/error", message),
        "action/status_message" => {
            format!(
                "<action><name>login</name><status>failed</status><status_message>{message}</status_message></action>"
            )
        }
        "Status / Error" => document("Status", message),
        path => document(path, message),
    }
}
