//! Calls that only read, against the simulator: the requests it got are counted.

use std::time::{Duration, Instant};

use mor_api::{Client, ErrorKind, Outcome, RetryBudget, RetryPolicy};
use mor_sim::{Answer, Fault};

use super::{QUICK, builder, client};
use crate::support::{POLL, deserted_url, poll, simulator};

fn busy(status: u16) -> Answer {
    Answer::html("Bad Gateway", "nginx").with_status(status)
}

#[tokio::test]
async fn passing_failures_pass() {
    for fault in [Fault::CutConnection { after: 0 }, Fault::CutConnection { after: 60 }, Fault::Truncate(100)]
    {
        let simulator = simulator();
        simulator.on(POLL).fail(fault.clone()).times(2);
        assert_eq!(client(&simulator).send(&poll()).await.unwrap().records().len(), 2, "{fault:?}");
        assert_eq!(simulator.requests().len(), 3, "{fault:?}");
    }
    for status in [502, 503, 504] {
        let simulator = simulator();
        simulator.on(POLL).respond(busy(status)).times(2);
        assert_eq!(client(&simulator).send(&poll()).await.unwrap().records().len(), 2, "{status}");
        assert_eq!(simulator.requests().len(), 3, "{status}");
    }
}

#[tokio::test]
async fn a_timeout_is_tried_again() {
    let simulator = simulator();
    simulator.on(POLL).fail(Fault::Delay(Duration::from_secs(10))).times(2);
    let client = builder(&simulator).timeout(Duration::from_millis(300)).build().unwrap();
    assert_eq!(client.send(&poll()).await.unwrap().records().len(), 2);
    assert_eq!(simulator.requests().len(), 3);
}

#[tokio::test]
async fn after_the_last_try_the_error_says_how_many_there_were() {
    let simulator = simulator();
    simulator.on(POLL).respond(busy(503));
    let error = client(&simulator).send(&poll()).await.unwrap_err();
    assert_eq!((error.tries(), simulator.requests().len()), (3, 3));
    assert_eq!(error.outcome(), Outcome::Unchanged);
    assert_eq!(error.to_string(), format!("{POLL}: the server answered with HTTP status 503 (3 tries)"));
}

#[tokio::test]
async fn what_would_fail_again_is_not_tried_again() {
    for fault in [Fault::HtmlPage, Fault::LoginRedirect, Fault::EmptyBody, Fault::ServerError] {
        let simulator = simulator();
        simulator.on(POLL).fail(fault.clone());
        let error = client(&simulator).send(&poll()).await.unwrap_err();
        assert_eq!((error.tries(), simulator.requests().len()), (1, 1), "{fault:?}");
        assert_eq!(error.outcome(), Outcome::Unchanged);
    }
    for answer in
        [Answer::error("page/error", "Campaign was not found"), Answer::xml("<page><a/></page>"), busy(429)]
    {
        let simulator = simulator();
        simulator.on(POLL).respond(answer.clone());
        let error = client(&simulator).send(&poll()).await.unwrap_err();
        assert_eq!((error.tries(), simulator.requests().len()), (1, 1), "{answer:?}");
    }
}

#[tokio::test]
async fn the_switch_is_for_a_client_or_for_a_call() {
    let simulator = simulator();
    simulator.on(POLL).respond(busy(503));
    let off = builder(&simulator).retries(RetryPolicy::none()).build().unwrap();
    assert_eq!(off.send(&poll()).await.unwrap_err().tries(), 1);
    assert_eq!(
        client(&simulator).call(&poll()).retries(RetryPolicy::none()).send().await.unwrap_err().tries(),
        1
    );
    assert_eq!(simulator.requests().len(), 2);
    let patient = RetryPolicy { max_tries: 5, ..QUICK };
    assert_eq!(off.call(&poll()).retries(patient).send().await.unwrap_err().tries(), 5);
}

#[tokio::test]
async fn retry_after_is_kept() {
    for (status, value) in [(429, "1"), (503, "1")] {
        let simulator = simulator();
        simulator.on(POLL).respond(busy(status).with_header("Retry-After", value)).times(1);
        let started = Instant::now();
        assert_eq!(client(&simulator).send(&poll()).await.unwrap().records().len(), 2);
        assert!(started.elapsed() >= Duration::from_secs(1), "{:?}", started.elapsed());
        assert_eq!(simulator.requests().len(), 2);
    }
}

#[tokio::test]
async fn a_retry_after_that_is_too_long_is_the_end_at_once() {
    for value in ["3", "86400", "Fri, 31 Dec 2999 23:59:59 GMT"] {
        let simulator = simulator();
        simulator.on(POLL).respond(busy(503).with_header("Retry-After", value));
        let started = Instant::now();
        let error = client(&simulator).send(&poll()).await.unwrap_err();
        assert!(started.elapsed() < Duration::from_secs(1));
        assert_eq!((error.tries(), simulator.requests().len()), (1, 1), "{value}");
        assert!(error.answer_received().unwrap().retry_after().unwrap() >= Duration::from_secs(3));
    }
}

#[tokio::test]
async fn a_prepared_request_is_tried_again_by_what_its_status_tells() {
    let simulator = simulator();
    let client = client(&simulator);
    simulator.on(POLL).respond(busy(503)).times(1);
    simulator.on(POLL).fail(Fault::CutConnection { after: 10 }).times(1);
    let request = client.call(&poll()).prepare().unwrap();
    assert_eq!(client.send_prepared(request.clone()).await.unwrap().status(), 200);
    assert_eq!(simulator.requests().len(), 3);
    simulator.on(POLL).respond(busy(502)).times(3);
    assert_eq!(client.send_prepared(request).await.unwrap().status(), 502, "the last answer, as it came");
    assert_eq!(simulator.requests().len(), 6);
}

#[tokio::test]
async fn the_budget_of_a_client_and_its_clones_runs_out() {
    let simulator = simulator();
    simulator.on(POLL).respond(busy(503));
    let budget = RetryBudget { capacity: 3, cost: 1, refund: 1 };
    let client = builder(&simulator).retries(RetryPolicy { budget, ..QUICK }).build().unwrap();
    let clone = client.clone();
    let mut tries = Vec::new();
    for client in [&client, &clone, &client, &clone] {
        tries.push(client.send(&poll()).await.unwrap_err().tries());
    }
    assert_eq!(tries, [3, 2, 1, 1]);
    assert_eq!(simulator.requests().len(), 7);

    // Two calls that succeed pay for two further tries.
    simulator.reset_rules();
    client.send(&poll()).await.unwrap();
    clone.send(&poll()).await.unwrap();
    simulator.on(POLL).respond(busy(503));
    assert_eq!(client.send(&poll()).await.unwrap_err().tries(), 3);
    assert_eq!(client.send(&poll()).await.unwrap_err().tries(), 1);
}

#[tokio::test]
async fn nobody_at_the_address() {
    let client = Client::builder(deserted_url()).username("some_user").retries(QUICK).build().unwrap();
    let error = client.send(&poll()).await.unwrap_err();
    assert_eq!((error.tries(), error.outcome()), (3, Outcome::NotSent));
}

#[test]
fn the_blocking_client_tries_again_too() {
    let simulator = simulator();
    simulator.on(POLL).respond(busy(503)).times(2);
    let client = builder(&simulator).build_blocking().unwrap();
    assert_eq!(client.send(&poll()).unwrap().records().len(), 2);
    simulator.on(POLL).respond(busy(503));
    let error = client.call(&poll()).retries(RetryPolicy::none()).send().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unexpected(_)) && error.tries() == 1);
    assert_eq!(simulator.requests().len(), 4);
}
