//! Calls that go wrong in every way, over HTTP.

use std::time::Duration;

use mor_api::{Client, Error, ErrorKind, FromXml, Method};
use mor_sim::{Answer, Fault, Simulator};

use crate::listener;
use crate::planted::*;
use crate::support::{deserted_url, simulator};

const LONG: Duration = Duration::from_secs(20);
const FUNCTION: &str = "device_update";

/// A row of an answer; the requests here get none.
#[derive(Debug, FromXml)]
struct Row {
    #[mor(rename = "id")]
    _id: u64,
}

/// The error of a call, and of the same call read row by row.
async fn errors_of(client: &Client) -> [Error; 2] {
    let request = request();
    let whole = client.send(&request).await.unwrap_err();
    let rows = client.call(&request).rows_at::<Row>("page/rows/row").unwrap().next().await;
    [whole, rows.expect("an error, not an end").unwrap_err()]
}

/// The errors of all ways for parameters to travel; `prepare` says what the server does.
async fn errors_with(timeout: Duration, prepare: impl Fn(&Simulator)) -> Vec<Error> {
    listener::listen();
    let mut errors = Vec::new();
    for method in METHODS {
        let simulator = simulator();
        prepare(&simulator);
        let client = builder(simulator.url(), method).timeout(timeout).max_body(10_000).build().unwrap();
        errors.extend(errors_of(&client).await);
        let sent = simulator.last_request().expect("the request arrived");
        let hash = hash();
        for (name, value) in
            [("p", PASSWORD), ("password", DEVICE_SECRET), ("pin", PIN), ("hash", hash.as_str())]
        {
            assert_eq!(sent.raw().param(name).as_deref(), Some(value), "the secrets were there to be shown");
        }
        assert_debug_hides(&simulator.requests());
    }
    errors
}

/// Whatever is wrong, nothing is shown; returns what is.
#[track_caller]
fn assert_all_hide(errors: Vec<Error>, kind: impl Fn(&ErrorKind<mor_api::AnyFault>) -> bool) -> Vec<String> {
    errors
        .into_iter()
        .map(|error| {
            assert!(kind(error.kind()), "{error:?}");
            assert_debug_hides(&error.answer_received());
            assert_error_hides(error)
        })
        .collect()
}

fn is_transport(kind: &ErrorKind<mor_api::AnyFault>) -> bool {
    matches!(kind, ErrorKind::Transport(_))
}

#[test]
fn builders_clients_calls_and_requests() {
    listener::listen();
    for method in METHODS {
        let builder = builder("https://switch.example.com", method);
        assert_debug_hides(&builder);
        let client = builder.build().unwrap();
        let request = request();
        assert_debug_hides(&request);
        assert_debug_hides(&client);
        let call = client.call(&request);
        assert_debug_hides(&call);
        let prepared = call.prepare().unwrap();
        assert_debug_hides(&prepared);
        assert_debug_hides(&prepared.redactor());
        assert_debug_hides(&prepared.body().collect::<Vec<_>>());
        assert_debug_hides(&call.explain());
    }
}

/// An explanation is for comparing hashes with the server's own tool: it shows the hash and nothing else.
#[test]
fn explanations_show_no_secret_but_the_hash() {
    let client = builder("https://switch.example.com", Method::Post).build().unwrap();
    let explanation = client.explain(&request()).unwrap();
    let shown = explanation.to_string();
    let hash = hash();
    assert_eq!(shown.matches(hash.as_str()).count(), 2, "{shown}");
    assert_hidden(&shown.replace(hash.as_str(), ""));
    assert_hidden(&format!("{:?}", explanation.hash_parts));
    assert_eq!(explanation.hash_parts[2], ("password".to_owned(), "***".to_owned()));
}

#[tokio::test]
async fn a_server_that_is_not_there() {
    listener::listen();
    for method in METHODS {
        let client = builder(deserted_url(), method).build().unwrap();
        let errors = errors_of(&client).await;
        assert_all_hide(errors.into(), is_transport);
    }
    let lines = listener::lines();
    assert!(lines.iter().any(|line| line.contains("mor_call")), "the framework was heard");
    assert!(lines.iter().any(|line| line.contains("reqwest")), "the libraries were heard: {lines:#?}");
}

#[tokio::test]
async fn connections_that_break_hang_or_flood() {
    let broken = errors_with(LONG, |simulator| {
        simulator.on(FUNCTION).fail(Fault::CutConnection { after: 3 }).times(2);
    });
    assert_all_hide(broken.await, is_transport);
    let hanging = errors_with(Duration::from_millis(400), |simulator| {
        simulator.on(FUNCTION).fail(Fault::Delay(LONG)).times(2);
    });
    assert_all_hide(hanging.await, is_transport);
    let flood = errors_with(LONG, |simulator| {
        let page = format!("<page>{}</page>", ANSWERED.repeat(1000));
        simulator.on(FUNCTION).respond(Answer::xml(page)).times(2);
    });
    assert_all_hide(flood.await, |kind| !matches!(kind, ErrorKind::Refused(_)));
}

#[tokio::test]
async fn a_tls_handshake_with_something_else() {
    listener::listen();
    let url = simulator().url().replace("http:", "https:");
    let errors = errors_of(&builder(url, Method::Get).build().unwrap()).await;
    assert_all_hide(errors.into(), is_transport);
}

/// All that a server can repeat, as it came and percent-encoded.
fn echo() -> String {
    let encoded: String = form_urlencoded::byte_serialize(DEVICE_SECRET.as_bytes()).collect();
    format!("{KEY} {PASSWORD} {DEVICE_SECRET} {encoded} {PIN} {}", hash().as_str())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
}

#[tokio::test]
async fn refusals_that_repeat_parameters() {
    let errors = errors_with(LONG, |simulator| {
        let refusal = Answer::error("page/status/error", &format!("Password is too weak: {}", echo()));
        simulator.on(FUNCTION).respond(refusal).times(2);
    });
    let said = assert_all_hide(errors.await, |kind| matches!(kind, ErrorKind::Refused(_)));
    assert!(said[0].contains("MOR refused: Password is too weak: *** *** *** *** *** ***"), "{}", said[0]);
}

#[tokio::test]
async fn answers_that_are_none_and_repeat_parameters() {
    let hash = hash();
    let redirect = format!("/billing/{PASSWORD}/{}/login?p={PASSWORD}&pin={PIN}", hash.as_str());
    for answer in [
        Answer::text(format!("Error: {}", echo())),
        Answer::redirect(&redirect),
        Answer::html("Error", &echo()),
        Answer::xml(format!("<page><id>{}</id></page>", escaped(&echo()))),
        Answer::xml(format!("<{PASSWORD}>1</{PASSWORD}>")),
        Answer::xml(format!("<page></page>{}", escaped(&echo()))),
        Answer::xml(format!("{}<page></page>", escaped(&echo()))),
        Answer::xml(format!("<page><x></{PASSWORD}></page>")),
        Answer::xml(format!("<page><x>&{PASSWORD};</x></page>")),
        Answer::xml(format!("<page><x a=\"&{PASSWORD};\"/></page>")),
        Answer::text(echo()).with_status(500),
    ] {
        let errors = errors_with(LONG, |simulator| {
            simulator.on(FUNCTION).respond(answer.clone()).times(2);
        });
        assert_all_hide(errors.await, |kind| matches!(kind, ErrorKind::Decode(_) | ErrorKind::Unexpected(_)));
    }
}

#[test]
fn the_blocking_client() {
    listener::listen();
    let simulator = simulator();
    simulator.on(FUNCTION).respond(Answer::error("page/error", &echo()));
    let client = builder(simulator.url(), Method::Post).build_blocking().unwrap();
    assert_debug_hides(&client);
    assert_error_hides(client.send(&request()).unwrap_err());
    drop(simulator);
    assert_error_hides(client.send(&request()).unwrap_err());
}

/// A documented refusal stays known even if a password is one of its words.
#[tokio::test]
async fn a_password_that_is_a_word_of_a_refusal() {
    let simulator = simulator();
    simulator.on(FUNCTION).respond(Answer::error("page/error", "Incorrect hash"));
    let client =
        Client::builder(simulator.url()).username(USER).api_key("hash").password("Incorrect").build();
    let error = client.unwrap().send(&request()).await.unwrap_err();
    assert_eq!(error.common(), Some(&mor_api::CommonFault::IncorrectHash));
}
