//! What comes back is not an answer of the function.

use mor_api::{DecodeErrorKind, ErrorKind, Unexpected};
use mor_sim::{Answer, Fault, Simulator};

use crate::support::{POLL, PollError, assert_nothing_is_said_twice, client, poll, simulator};

async fn error_of(simulator: &Simulator) -> PollError {
    let error = client(simulator).send(&poll()).await.unwrap_err();
    assert_eq!(error.function(), POLL);
    assert!(error.fault().is_none() && error.hint().is_none());
    assert_nothing_is_said_twice(&error);
    error
}

async fn unexpected(answer: Answer) -> (Unexpected, PollError) {
    let simulator = simulator();
    simulator.on(POLL).respond(answer);
    let error = error_of(&simulator).await;
    match error.kind() {
        ErrorKind::Unexpected(unexpected) => (unexpected.clone(), error),
        other => panic!("{other:?}"),
    }
}

async fn unexpected_by(fault: Fault) -> (Unexpected, PollError) {
    let simulator = simulator();
    simulator.on(POLL).fail(fault);
    let error = error_of(&simulator).await;
    assert_eq!(simulator.requests().len(), 1);
    match error.kind() {
        ErrorKind::Unexpected(unexpected) => (unexpected.clone(), error),
        other => panic!("{other:?}"),
    }
}

async fn undecodable(answer: Answer) -> DecodeErrorKind {
    let simulator = simulator();
    simulator.on(POLL).respond(answer);
    let error = error_of(&simulator).await;
    assert!(error.may_have_been_sent() && !error.is_retryable());
    match error.kind() {
        ErrorKind::Decode(decode) => {
            let message = format!("{POLL}: the response is not of the declared shape: {decode}");
            assert_eq!(error.to_string(), message);
            assert!(message.contains("(line "), "{message}");
            decode.kind().clone()
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_page_for_a_browser() {
    let (unexpected, error) = unexpected_by(Fault::HtmlPage).await;
    assert_eq!(unexpected, Unexpected::Html);
    assert!(error.to_string().ends_with("check the base URL and the path prefix"), "{error}");
    let answer = error.answer_received().unwrap();
    assert_eq!((answer.status().as_u16(), answer.content_type()), (200, Some("text/html; charset=utf-8")));
    assert!(answer.body().starts_with(b"<!DOCTYPE html>"));
    assert!(error.may_have_been_sent() && !error.is_retryable());
}

#[tokio::test]
async fn a_redirect_to_the_login_page_is_not_followed() {
    let (unexpected, error) = unexpected_by(Fault::LoginRedirect).await;
    assert_eq!(unexpected, Unexpected::Redirect("/billing/callc/login".to_owned()));
    assert_eq!(error.answer_received().unwrap().status().as_u16(), 302);
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn an_empty_body() {
    let (unexpected, error) = unexpected_by(Fault::EmptyBody).await;
    assert_eq!(unexpected, Unexpected::Empty);
    assert_eq!(error.answer_received().unwrap().length(), 0);
    assert!(!error.is_retryable(), "the function failed inside: it would again");
}

#[tokio::test]
async fn a_blank_body() {
    assert_eq!(unexpected(Answer::xml(" \r\n ")).await.0, Unexpected::Empty);
}

#[tokio::test]
async fn a_server_error_with_a_page() {
    let (unexpected, error) = unexpected_by(Fault::ServerError).await;
    assert_eq!(unexpected, Unexpected::Status(500));
    assert_eq!(error.to_string(), format!("{POLL}: the server answered with HTTP status 500"));
    assert_eq!(error.answer_received().unwrap().status().as_u16(), 500);
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn a_passing_failure_of_a_proxy_may_be_tried_again() {
    for status in [502, 503, 504] {
        let answer = Answer::html("Bad Gateway", "nginx").with_status(status);
        let (unexpected, error) = unexpected(answer).await;
        assert_eq!(unexpected, Unexpected::Status(status));
        assert!(error.is_retryable(), "{status}");
    }
    // 429 without a time to wait: an early try would only be refused again.
    for status in [404, 429] {
        let (unexpected, error) = unexpected(Answer::html("Not now", "nginx").with_status(status)).await;
        assert_eq!((unexpected, error.is_retryable()), (Unexpected::Status(status), false));
    }
}

#[tokio::test]
async fn a_success_with_a_bad_status_is_none() {
    let xml = "<page><status><ivr_poll_results_string>1111</ivr_poll_results_string></status></page>";
    assert_eq!(unexpected(Answer::xml(xml).with_status(500)).await.0, Unexpected::Status(500));
}

#[tokio::test]
async fn a_plain_text() {
    let (unexpected, error) = unexpected(Answer::text("66.0000\n")).await;
    assert_eq!(unexpected, Unexpected::Text("66.0000".to_owned()));
    assert_eq!(error.to_string(), format!("{POLL}: the answer is a plain text: \"66.0000\""));
}

#[tokio::test]
async fn a_zip_archive() {
    let zip = Answer::xml(&b"PK\x03\x04\x14\x00\x00\x00"[..]).with_content_type("application/zip");
    let (unexpected, error) = unexpected(zip).await;
    assert_eq!(unexpected, Unexpected::Zip);
    assert_eq!(error.answer_received().unwrap().content_type(), Some("application/zip"));
}

#[tokio::test]
async fn bytes_that_are_not_utf_8() {
    let body = b"<page><status>\xfc\xff</status></page>".to_vec();
    let (unexpected, error) = unexpected(Answer::xml(body.clone())).await;
    assert_eq!(unexpected, Unexpected::NotUtf8(14));
    assert_eq!(error.answer_received().unwrap().body(), body);
}

#[tokio::test]
async fn another_document() {
    let kind = undecodable(Answer::xml("<Invoices><Invoice/></Invoices>")).await;
    assert_eq!(kind, DecodeErrorKind::WrongRoot("page".into()));
}

#[tokio::test]
async fn a_document_without_the_declared_element() {
    assert_eq!(undecodable(Answer::xml("<page><status>ok</status></page>")).await, DecodeErrorKind::Missing);
    assert_eq!(undecodable(Answer::xml("<page/>")).await, DecodeErrorKind::Missing);
}

#[tokio::test]
async fn a_document_with_the_declared_element_twice() {
    let xml = "<page><status><ivr_poll_results_string>1</ivr_poll_results_string><ivr_poll_results_string>2</ivr_poll_results_string></status></page>";
    assert_eq!(undecodable(Answer::xml(xml)).await, DecodeErrorKind::Duplicate);
}

#[tokio::test]
async fn a_document_with_something_behind_it() {
    let xml = "<page><status><ivr_poll_results_string>1</ivr_poll_results_string></status></page><page/>";
    assert_eq!(undecodable(Answer::xml(xml)).await, DecodeErrorKind::TrailingContent);
}

#[tokio::test]
async fn broken_xml() {
    let kind = undecodable(Answer::xml("<page><status></page></status>")).await;
    assert!(matches!(kind, DecodeErrorKind::Malformed(_)), "{kind:?}");
}
