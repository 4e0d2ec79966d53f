//! What goes wrong between the client and the server, and whether it may be tried again.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;
use std::time::{Duration, Instant};

use mor_api::{Client, DecodeErrorKind, Endpoint, ErrorKind, RetryPolicy, TransportError};
use mor_endpoints::autodialer::PollResults;
use mor_sim::{Answer, Fault};

use crate::support::{
    POLL, POLL_2_LENGTH, PollError, assert_nothing_is_said_twice, builder, client, deserted_url, poll,
    simulator,
};

/// A function that changes something.
#[derive(Debug, Endpoint)]
#[mor(function = "autodialer_change_campaign_status", effect = write, response = PollResults)]
struct ChangeStatus {
    #[hash(order = 1)]
    id: u64,
}

const LATE: Duration = Duration::from_secs(10);
const SHORT: Duration = Duration::from_millis(500);

#[track_caller]
fn transport_error<F>(error: &mor_api::Error<F>) -> &TransportError {
    match error.kind() {
        ErrorKind::Transport(error) => error,
        _ => panic!("not a transport error"),
    }
}

#[tokio::test]
async fn a_call_that_takes_too_long_is_given_up_and_a_read_may_be_repeated() {
    let simulator = simulator();
    simulator.on(POLL).fail(Fault::Delay(LATE)).times(1);
    let client = client(&simulator);
    let started = Instant::now();
    let error = client.call(&poll()).timeout(SHORT).send().await.unwrap_err();
    assert!(started.elapsed() >= SHORT && started.elapsed() < LATE, "{:?}", started.elapsed());
    assert!(transport_error(&error).is_timeout(), "{error:?}");
    assert!(error.may_have_been_sent() && error.is_retryable());
    assert_eq!(
        error.to_string(),
        "autodialer_get_campaign_ivr_poll_results: no response within 0.5 s (1 try)"
    );
    assert_nothing_is_said_twice(&error);
    assert_eq!(client.send(&poll()).await.unwrap().records().len(), 2);
}

#[tokio::test]
async fn the_clients_timeout_holds_for_calls_that_set_none() {
    let simulator = simulator();
    simulator.on(POLL).fail(Fault::Delay(LATE));
    let client = builder(&simulator).timeout(SHORT).build().unwrap();
    let error = client.send(&poll()).await.unwrap_err();
    assert!(transport_error(&error).is_timeout(), "{error:?}");
}

#[tokio::test]
async fn a_write_that_may_have_been_executed_must_not_be_repeated() {
    let simulator = simulator();
    simulator.on("autodialer_change_campaign_status").fail(Fault::Delay(LATE));
    let client = client(&simulator);
    let request = ChangeStatus::new(2_u64);
    let error = client.call(&request).timeout(SHORT).send().await.unwrap_err();
    assert!(transport_error(&error).is_timeout() && error.may_have_been_sent());
    assert!(!error.is_retryable());
    assert_eq!(simulator.campaign(2, |campaign| campaign.running), Some(false), "it was executed");
}

#[tokio::test]
async fn a_refused_connection_has_sent_nothing_so_that_even_a_write_may_be_repeated() {
    let client = Client::builder(deserted_url()).username("some_user").api_key("secret");
    let client = client.retries(RetryPolicy::none()).build().unwrap();
    let error = client.send(&poll()).await.unwrap_err();
    assert!(!transport_error(&error).is_timeout() && !error.may_have_been_sent() && error.is_retryable());
    assert_eq!(
        error.to_string(),
        "autodialer_get_campaign_ivr_poll_results: the server could not be reached; nothing was sent"
    );
    assert!(error.answer_received().is_none() && error.hint().is_none());
    assert_nothing_is_said_twice(&error);

    let error = client.send(&ChangeStatus::new(2_u64)).await.unwrap_err();
    assert!(!error.may_have_been_sent() && error.is_retryable());
}

#[tokio::test]
async fn a_connection_that_breaks_in_the_middle_loses_the_answer() {
    for after in [0, 1, 60, POLL_2_LENGTH] {
        let simulator = simulator();
        simulator.on(POLL).fail(Fault::CutConnection { after });
        let error = client(&simulator).send(&poll()).await.unwrap_err();
        assert!(!transport_error(&error).is_timeout(), "{after}");
        assert!(error.may_have_been_sent() && error.is_retryable(), "{after}");
        assert_eq!(
            error.to_string(),
            "autodialer_get_campaign_ivr_poll_results: the connection broke before the answer was whole"
        );
        assert_nothing_is_said_twice(&error);
    }
}

async fn truncated_after(bytes: usize) -> PollError {
    let simulator = simulator();
    simulator.on(POLL).fail(Fault::Truncate(bytes));
    client(&simulator).send(&poll()).await.unwrap_err()
}

#[tokio::test]
async fn an_answer_that_ends_too_early_is_truncated() {
    for bytes in [3, 38, 45, 100, POLL_2_LENGTH - 2] {
        let error = truncated_after(bytes).await;
        let ErrorKind::Decode(decode) = error.kind() else { panic!("{bytes}: {error:?}") };
        assert_eq!(*decode.kind(), DecodeErrorKind::Truncated, "{bytes}");
        assert_eq!(decode.offset(), bytes as u64);
        assert!(error.may_have_been_sent() && error.is_retryable(), "it was cut off on the way");
        assert_eq!(error.answer_received().unwrap().length(), bytes);
        assert_nothing_is_said_twice(&error);
    }
    let error = truncated_after(100).await;
    let ErrorKind::Decode(decode) = error.kind() else { panic!("{error:?}") };
    assert_eq!((decode.path(), decode.line()), ("page/status/ivr_poll_results_string", 5));
}

#[tokio::test]
async fn an_answer_larger_than_allowed_is_not_read() {
    let simulator = simulator();
    let exactly = builder(&simulator).max_body(POLL_2_LENGTH as u64).build().unwrap();
    assert_eq!(exactly.send(&poll()).await.unwrap().records().len(), 2);

    let client = builder(&simulator).max_body(POLL_2_LENGTH as u64 - 1).build().unwrap();
    let error = client.send(&poll()).await.unwrap_err();
    assert!(transport_error(&error).is_permanent());
    assert!(error.may_have_been_sent() && !error.is_retryable());
    assert_eq!(
        error.to_string(),
        "autodialer_get_campaign_ivr_poll_results: the answer is larger than the limit of 181 bytes"
    );
}

/// Answers one request with a body of 20 chunks of 10 bytes, whose length nobody announces.
fn chunked_server() -> (String, thread::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]).unwrap();
        let body = "a\r\n0123456789\r\n".repeat(20) + "0\r\n\r\n";
        let head = "HTTP/1.1 200 OK\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n";
        // The client may hang up before the end.
        let _ = write!(stream, "{head}{body}");
    });
    (url, server)
}

#[tokio::test]
async fn an_answer_of_unknown_length_is_counted_as_it_arrives() {
    for (limit, text) in [(200, "the answer is a plain text"), (199, "larger than the limit of 199 bytes")] {
        let (url, server) = chunked_server();
        let client = Client::builder(url).username("some_user").max_body(limit).build().unwrap();
        let error = client.send(&poll()).await.unwrap_err();
        assert!(error.to_string().contains(text), "{error}");
        server.join().unwrap();
    }
}

#[tokio::test]
async fn of_a_large_answer_an_error_keeps_the_first_16_kib() {
    let simulator = simulator();
    let body = "x".repeat(50_000);
    simulator.on(POLL).respond(Answer::text(body.clone()));
    let error = client(&simulator).send(&poll()).await.unwrap_err();
    let answer = error.answer_received().unwrap();
    assert_eq!((answer.length(), answer.body()), (50_000, &body.as_bytes()[..16 << 10]));
    assert!(format!("{error} {error:?}").len() < 1000);
}
