//! Parameters that no declaration knows: sent, not hashed.

use mor_api::Secret;

use crate::hash_vectors::*;

fn with_extra(pairs: &[(&str, &str)]) -> CallOptions {
    let extra = pairs.iter().map(|(name, value)| ((*name).to_owned(), Secret::from(*value))).collect();
    CallOptions { extra, ..CallOptions::default() }
}

#[test]
fn they_follow_the_declared_ones_and_leave_the_hash_alone() {
    let options = with_extra(&[("limit", "a b&c"), ("server_token", "abcdef")]);
    let server = Server::new("https://switch.example.com").unwrap();
    let request = server.prepare(&poll(), &bob(), &options).unwrap();
    let sent: Vec<(String, String)> = request.form().collect();
    let expected =
        [("u", "bob"), ("id", "2"), ("limit", "a b&c"), ("server_token", "abcdef"), ("hash", POLL_2)];
    assert_eq!(sent, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
}

#[test]
fn those_with_the_name_of_a_secret_are_masked() {
    let options = with_extra(&[("limit", "100"), ("server_token", "abcdef")]);
    let explanation = try_explain(&poll(), &bob(), &options).unwrap();
    assert_eq!(explanation.hash_parts, [("id".to_owned(), "2".to_owned())]);
    let text = explanation.to_string();
    assert!(text.contains("limit = 100") && text.contains("server_token = ***"), "{text}");
    assert!(!format!("{options:?}").contains("100"), "Debug shows no value: {options:?}");
    let server = Server::new("https://switch.example.com").unwrap();
    let redactor = server.prepare(&poll(), &bob(), &options).unwrap().redactor();
    assert_eq!(redactor.text("bad token abcdef"), "bad token ***");
}

#[test]
fn what_the_function_sends_anyway_is_refused() {
    for (pairs, problem) in [
        (&[("id", "3")][..], "`id` cannot be an extra parameter: it is a declared parameter: set it as one"),
        (&[("hash", "0")], "`hash` cannot be an extra parameter: the hash is computed"),
        (
            &[("u", "ona")],
            "`u` cannot be an extra parameter: username and password come from the credentials",
        ),
        (
            &[("p", "pass")],
            "`p` cannot be an extra parameter: username and password come from the credentials",
        ),
        (&[("x", "1"), ("x", "2")], "`x` cannot be an extra parameter: it is given twice"),
        (&[("", "1")], "`` cannot be an extra parameter: it has no name"),
    ] {
        let error = hash_by(&poll(), &bob(), &with_extra(pairs)).unwrap_err();
        assert_eq!(error.to_string(), format!("autodialer_get_campaign_ivr_poll_results: {problem}"));
    }
}
