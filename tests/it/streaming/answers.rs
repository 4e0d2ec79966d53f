//! Answers of every kind are told apart as when they are read whole.

use mor_api::{DecodeErrorKind, ErrorKind};
use mor_endpoints::UserId;
use mor_endpoints::call::{UserCallsFault, UserCallsGet};
use mor_sim::{Answer, Fault, Simulator};

use crate::streaming::{CALLS, HEAD, document, drain, row, rows};
use crate::support::{assert_nothing_is_said_twice, client, deserted_url, simulator};

fn answering(answer: Answer) -> Simulator {
    let simulator = simulator();
    simulator.on(CALLS).respond(answer);
    simulator
}

#[tokio::test]
async fn rows_arrive_in_order_and_the_answer_may_be_empty() {
    for count in [0, 1, 2, 5000] {
        let simulator = answering(Answer::xml(document(count)));
        let (rows, error) = drain(rows(&client(&simulator))).await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(rows, count as u64);
        assert_eq!(simulator.requests().len(), 1);
    }
}

#[tokio::test]
async fn the_published_samples_are_decoded_and_the_hash_is_right() {
    let simulator = simulator();
    for (sample, expected) in [(0, 2), (1, 0), (2, 2)] {
        simulator.on(CALLS).sample(sample);
        let request = UserCallsGet::new().s_user(UserId(5));
        let client = client(&simulator);
        let mut rows = client.call(&request).rows();
        while let Some(call) = rows.next().await {
            assert_eq!(call.unwrap().billed_seconds, Some(30));
        }
        assert_eq!(rows.count(), expected);
        assert!(simulator.last_request().unwrap().verdict.is_accepted());
    }
}

#[tokio::test]
async fn nothing_is_sent_before_the_first_row_is_asked_for() {
    let simulator = simulator();
    drop(rows(&client(&simulator)));
    assert!(simulator.requests().is_empty());
}

/// Whatever comes without rows is the same error in both ways to read it.
#[tokio::test]
async fn what_is_no_list_is_the_same_error_as_of_an_answer_read_whole() {
    let bom = "\u{feff}<status><error>Incorrect hash</error></status>";
    for answer in [
        Answer::error("error", "User was not found"),
        Answer::error("page/status/error", "Access Denied"),
        Answer::xml(bom),
        Answer::xml("<status><error>Bad login</error></status>").with_status(500),
        Answer::xml("<page><total_calls>0</total_calls><error>a</error></page>"),
        Answer::html("MOR", &"long ".repeat(100_000)),
        Answer::html("502", "Bad Gateway").with_status(502),
        Answer::redirect("/billing/callc/login?hash=secret"),
        Answer::text(""),
        Answer::text(" \n"),
        Answer::text("a text"),
        Answer::text("a long text ".repeat(100)),
        Answer::text(*b"PK\x03\x04archive"),
        Answer::text(*b"\xff\xfe"),
        Answer::xml("<page>").with_status(503),
    ] {
        let simulator = answering(answer.clone());
        let client = client(&simulator);
        let whole = client.send(&UserCallsGet::new()).await.unwrap_err();
        let (count, streamed) = drain(rows(&client)).await;
        let streamed = streamed.unwrap_or_else(|| panic!("{answer:?}"));
        assert_eq!(format!("{:?}", streamed.kind()), format!("{:?}", whole.kind()), "{answer:?}");
        assert_eq!((count, streamed.rows_before()), (0, 0));
        assert_eq!(streamed.is_retryable(), whole.is_retryable());
        assert_eq!(streamed.to_string(), whole.to_string());
        let raw = streamed.answer_received().unwrap();
        assert_eq!(raw.status().as_u16(), answer.status);
    }
}

#[tokio::test]
async fn a_refusal_is_typed() {
    let simulator = answering(Answer::error("error", "User was not found"));
    let (_, error) = drain(rows(&client(&simulator))).await;
    assert_eq!(error.unwrap().fault(), Some(&UserCallsFault::UserNotFound));
}

#[tokio::test]
async fn an_answer_that_ends_in_a_row_says_after_how_many() {
    let simulator = answering(Answer::xml(HEAD.to_owned() + &row(0) + &row(1) + "<call><calldate2>20"));
    let (count, error) = drain(rows(&client(&simulator))).await;
    let error = error.unwrap();
    assert!(
        matches!(error.kind(), ErrorKind::Decode(error) if *error.kind() == DecodeErrorKind::Truncated),
        "{error:?}"
    );
    assert_eq!((count, error.rows_before()), (2, 2));
    let message = error.to_string();
    assert!(message.starts_with("user_calls_get: the response is not of the declared shape: "), "{message}");
    assert!(message.contains("(line ") && message.ends_with(" (after 2 rows)"), "{message}");
    assert!(error.may_have_been_sent());
    let raw = error.answer_received().unwrap();
    assert!(raw.body().starts_with(b"<?xml") && raw.length() == raw.body().len());
    assert_nothing_is_said_twice(&error);
}

#[tokio::test]
async fn a_connection_that_breaks_says_after_how_many_rows_and_may_be_tried_again() {
    let simulator = simulator();
    // In the middle of the sample's second row.
    simulator.on(CALLS).fail(Fault::CutConnection { after: 2000 });
    let client = client(&simulator);
    let mut rows = client.call(&UserCallsGet::new()).rows();
    rows.next().await.unwrap().unwrap();
    let error = rows.next().await.unwrap().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(error) if !error.is_timeout()), "{error:?}");
    assert!(error.may_have_been_sent() && error.is_retryable());
    assert_eq!(error.rows_before(), 1);
    assert!(error.to_string().ends_with("(after 1 row)"), "{error}");
    assert!(rows.next().await.is_none());
}

#[tokio::test]
async fn a_bad_row_and_what_follows_the_document_are_errors() {
    let bad =
        HEAD.to_owned() + &row(0) + "<call><calldate2>never</calldate2></call>" + crate::streaming::TAIL;
    for xml in [bad, document(1) + "<page/>"] {
        let simulator = answering(Answer::xml(xml));
        let (count, error) = drain(rows(&client(&simulator))).await;
        assert!(matches!(error.unwrap().kind(), ErrorKind::Decode(_)));
        assert_eq!(count, 1);
    }
}

#[tokio::test]
async fn a_refusal_behind_rows_is_a_refusal() {
    let xml = document(3).replace("</page>", "<error>User was not found</error></page>");
    let simulator = answering(Answer::xml(xml));
    let (count, error) = drain(rows(&client(&simulator))).await;
    let error = error.unwrap();
    assert_eq!((count, error.fault()), (3, Some(&UserCallsFault::UserNotFound)));
}

#[tokio::test]
async fn nothing_was_sent_to_a_server_that_is_not_there() {
    let client = mor_api::Client::builder(deserted_url()).username("admin").build().unwrap();
    let (_, error) = drain(rows(&client)).await;
    let error = error.unwrap();
    assert!(!error.may_have_been_sent() && error.is_retryable());
}

#[tokio::test]
async fn a_request_that_cannot_be_made_is_an_error_of_the_first_row() {
    let simulator = simulator();
    let client = client(&simulator);
    let request = UserCallsGet::new();
    let (_, error) = drain(client.call(&request).function_name("calls").rows()).await;
    assert!(matches!(error.unwrap().kind(), ErrorKind::Request(_)));
    assert!(simulator.requests().is_empty());
}

#[tokio::test]
async fn a_limit_on_the_size_of_answers_is_none_for_rows() {
    let simulator = answering(Answer::xml(document(100)));
    let client = crate::support::builder(&simulator).max_body(1000).build().unwrap();
    let (count, error) = drain(rows(&client)).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(count, 100);
    assert!(matches!(
        client.send(&UserCallsGet::new()).await.unwrap_err().kind(),
        ErrorKind::Transport(error) if error.is_permanent()
    ));
}
