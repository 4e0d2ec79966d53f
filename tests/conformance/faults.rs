//! Every documented error, at the place where it is documented to stand.

use mor_api::{AnswerError, Body, Refusal};

use crate::support::{assert_none, document, pairs};

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
            let body = if error.at == "text" { Body::Text(&error.message) } else { Body::Xml(&answer) };
            match function.check_answer(body) {
                Err(AnswerError::Refused(refusal)) if function.documents(&refusal) => {}
                other => wrong.push(format!("{}: {answer} is {other:?}", facts.name)),
            }
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
