//! The deadline, by a clock that the tests wind.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use mor_api::{Client, PreparedRequest, RetryPolicy, Transport, TransportError};
use tokio::time::Instant;

use crate::support::poll;

const SECOND: Duration = Duration::from_secs(1);

/// Never answers.
struct Silent(Arc<AtomicU32>);

impl Transport for Silent {
    async fn send(&self, request: PreparedRequest) -> Result<http::Response<Vec<u8>>, TransportError> {
        self.0.fetch_add(1, Ordering::Relaxed);
        tokio::time::sleep(request.timeout().expect("the client sets one")).await;
        Err(TransportError::timeout("nothing came"))
    }
}

async fn try_with(policy: RetryPolicy, timeout: Duration) -> (u32, Duration) {
    let calls = Arc::new(AtomicU32::new(0));
    let client =
        Client::builder("https://switch.example.com").username("bob").timeout(timeout).retries(policy);
    let client = client.build_with(Silent(Arc::clone(&calls))).unwrap();
    let started = Instant::now();
    let error = client.send(&poll()).await.unwrap_err();
    assert_eq!(error.tries(), calls.load(Ordering::Relaxed));
    (error.tries(), started.elapsed())
}

#[tokio::test(start_paused = true)]
async fn a_further_try_is_waited_for_until_the_deadline_only() {
    let (tries, time) = try_with(RetryPolicy::default(), 50 * SECOND).await;
    assert_eq!(tries, 3);
    assert!(time > 119 * SECOND && time <= 121 * SECOND, "{time:?}");
}

#[tokio::test(start_paused = true)]
async fn the_deadline_does_not_shorten_the_first_try() {
    assert_eq!(try_with(RetryPolicy::default(), 300 * SECOND).await, (1, 300 * SECOND));
}

#[tokio::test(start_paused = true)]
async fn waits_are_random() {
    let policy = RetryPolicy {
        max_tries: 2,
        base_delay: 1000 * SECOND,
        max_delay: 1000 * SECOND,
        deadline: 5000 * SECOND,
        ..RetryPolicy::default()
    };
    let mut times = Vec::new();
    for _ in 0..50 {
        let (tries, time) = try_with(policy, SECOND).await;
        assert_eq!(tries, 2);
        assert!(time >= 2 * SECOND && time <= 1003 * SECOND, "{time:?}");
        times.push(time);
    }
    // That all of fifty lie in the same half has a chance of 1 in 10^15.
    assert!(times.iter().any(|time| *time < 500 * SECOND) && times.iter().any(|time| *time > 500 * SECOND));
}

#[tokio::test(start_paused = true)]
async fn the_error_counts_the_tries_of_prepared_requests_too() {
    let calls = Arc::new(AtomicU32::new(0));
    let client = Client::builder("https://switch.example.com").username("bob").timeout(SECOND);
    let client = client.build_with(Silent(Arc::clone(&calls))).unwrap();
    let request = client.call(&poll()).prepare().unwrap();
    let error = client.send_prepared(request).await.unwrap_err();
    assert_eq!((error.tries(), calls.load(Ordering::Relaxed)), (3, 3));
    assert_eq!(error.to_string(), "no complete response in time (3 tries)");
    let error = client.send(&poll()).await.unwrap_err();
    assert_eq!(error.to_string().matches("(3 tries)").count(), 1, "{error}");
}

/// Connections that are accepted by the system alone: no one shakes hands.
#[tokio::test]
async fn a_connection_that_is_late_has_sent_nothing() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let policy = RetryPolicy { base_delay: Duration::from_millis(1), ..RetryPolicy::default() };
    let builder = Client::builder(url).username("bob").api_key("secret").retries(policy);
    let client = builder.timeout(Duration::from_millis(400)).build().unwrap();
    let error = client.send(&super::pay("1")).await.unwrap_err();
    assert_eq!(error.outcome(), mor_api::Outcome::NotSent, "{error}");
    assert_eq!(error.to_string(), "payment_create: no connection within 0.36 s; nothing was sent (3 tries)");
}

/// A response that begins and does not end, complete and row by row.
#[tokio::test]
async fn a_response_that_stops_is_told_from_none() {
    let simulator = super::Simulator::start().unwrap();
    let slow = mor_sim::Fault::SlowDrip { bytes: 1, every: Duration::from_millis(700) };
    simulator.on("lcrs_get").fail(slow);
    let client = super::builder(&simulator).timeout(Duration::from_millis(300)).build().unwrap();
    let request = mor_endpoints::lcr::LcrsGet::new();
    let call = || client.call(&request).retries(RetryPolicy::none());
    let error = call().send().await.unwrap_err();
    assert_eq!(error.to_string(), "lcrs_get: no complete response within 0.3 s (1 try)");
    let error = call().rows().next().await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "lcrs_get: the response stopped for 0.3 s before it was complete (1 try)");
}
