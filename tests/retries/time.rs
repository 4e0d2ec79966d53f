//! The deadline, by a clock that the tests wind.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use mor_api::{Client, PreparedRequest, RetryPolicy, Transport, TransportError};
use tokio::time::Instant;

use super::support::poll;

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
