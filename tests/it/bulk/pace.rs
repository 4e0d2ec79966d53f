//! Calls per second.

use std::time::{Duration, Instant};

use crate::bulk::server::Server;
use crate::bulk::{MILLISECOND, campaigns, client, id_in};

#[tokio::test]
async fn calls_start_no_faster_than_the_rate() {
    let server = Server::taking(MILLISECOND);
    let client = client(&server);
    let started = Instant::now();
    // One every 20 ms, and five at once before.
    let outcomes = client.send_all(campaigns(25)).rate(50, Duration::from_secs(1)).collect().await;
    let time = started.elapsed();
    assert_eq!(outcomes.iter().map(id_in).collect::<Vec<_>>(), (0..25).collect::<Vec<_>>());
    assert!(time >= 400 * MILLISECOND, "{time:?}");
    assert!(time < 3000 * MILLISECOND, "{time:?}");
}

#[tokio::test]
async fn the_last_result_waits_for_nobodys_turn() {
    let server = Server::taking(MILLISECOND);
    let started = Instant::now();
    let all = client(&server).send_all(campaigns(1)).rate(1, Duration::from_secs(60));
    assert_eq!(all.collect().await.len(), 1);
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[tokio::test]
async fn results_come_while_the_next_call_waits_for_its_turn() {
    let server = Server::taking(MILLISECOND);
    let started = Instant::now();
    let mut finished = client(&server).send_all(campaigns(2)).rate(1, Duration::from_secs(60)).as_finished();
    assert_eq!(id_in(&finished.next().await.unwrap().1), 0);
    assert!(tokio::time::timeout(50 * MILLISECOND, finished.next()).await.is_err());
    assert_eq!((finished.started(), server.log().asked.len()), (1, 1));
    finished.stop();
    assert!(finished.next().await.is_none());
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[tokio::test]
async fn a_rate_in_no_time_is_no_limit() {
    let server = Server::taking(MILLISECOND);
    let all = client(&server).send_all(campaigns(50)).rate(0, Duration::ZERO);
    assert_eq!(all.collect().await.len(), 50);
}
