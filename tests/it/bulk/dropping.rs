//! What is lost, and what is not, when somebody stops waiting.

use futures_util::StreamExt as _;
use tokio::time::{sleep, timeout};

use crate::bulk::server::Server;
use crate::bulk::{MILLISECOND, campaigns, client, id_in};

#[tokio::test]
async fn nothing_is_sent_before_a_result_is_asked_for() {
    let server = Server::taking(MILLISECOND);
    let client = client(&server);
    drop(client.send_all(campaigns(5)));
    drop(client.send_all(campaigns(5)).as_finished());
    drop(client.send_all(campaigns(5)).in_order());
    sleep(20 * MILLISECOND).await;
    assert_eq!(server.log().asked.len(), 0);
}

#[tokio::test]
async fn dropping_the_stream_starts_no_further_call() {
    let server = Server::taking(10 * MILLISECOND);
    let mut finished = client(&server).send_all(campaigns(1000)).concurrency(4).as_finished();
    let mut places = Vec::new();
    for _ in 0..10 {
        places.push(finished.next().await.unwrap().0);
    }
    let started = finished.started();
    assert!((10..=14).contains(&started), "{started}");
    // Every call that was started was handed out or is named.
    let unanswered: Vec<usize> = finished.unanswered().collect();
    assert!(unanswered.len() <= 4 && unanswered.iter().all(|place| !places.contains(place)));
    places.extend(unanswered);
    places.sort_unstable();
    assert_eq!(places, (0..started).collect::<Vec<_>>());
    drop(finished);
    sleep(100 * MILLISECOND).await;
    let log = server.log();
    assert!(log.asked.len() <= started && log.asked.iter().all(|id| *id < started as u64), "{log:?}");
}

#[tokio::test]
async fn in_order_the_unanswered_are_all_behind_the_last_result() {
    let server = Server::start(|id| Some(MILLISECOND * if id == 2 { 5000 } else { 2 }));
    let mut results = client(&server).send_all(campaigns(100)).concurrency(3).in_order();
    assert_eq!(id_in(&results.next().await.unwrap()), 0);
    assert_eq!(id_in(&results.next().await.unwrap()), 1);
    assert!(timeout(1000 * MILLISECOND, results.next()).await.is_err());
    assert_eq!(results.started(), 14, "twelve ahead of the two that were handed out");
    assert_eq!(results.unanswered().collect::<Vec<_>>(), (2..14).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_wait_that_is_given_up_loses_no_result() {
    let server = Server::start(|id| Some(MILLISECOND * (10 + id as u32 % 7)));
    let mut finished = client(&server).send_all(campaigns(40)).concurrency(6).as_finished();
    let (mut places, mut given_up) = (Vec::new(), 0);
    loop {
        match timeout(2 * MILLISECOND, finished.next()).await {
            Ok(Some((place, outcome))) => {
                assert_eq!(id_in(&outcome), place as u64);
                places.push(place);
            }
            Ok(None) => break,
            Err(_) => given_up += 1,
        }
    }
    places.sort_unstable();
    assert_eq!(places, (0..40).collect::<Vec<_>>());
    assert!(given_up > 5, "{given_up}");
    let mut asked = server.log().asked;
    asked.sort_unstable();
    assert_eq!(asked, (0..40).collect::<Vec<_>>(), "each was sent once");
}

#[tokio::test]
async fn stopping_waits_for_what_was_started() {
    let server = Server::taking(20 * MILLISECOND);
    let mut finished = client(&server).send_all(campaigns(1000)).concurrency(8).as_finished();
    let first = finished.next().await.unwrap().0;
    finished.stop();
    let started = finished.started();
    let mut places: Vec<usize> = finished.by_ref().map(|(place, _)| place).collect().await;
    places.push(first);
    places.sort_unstable();
    assert_eq!(places, (0..started).collect::<Vec<_>>());
    assert_eq!((finished.started(), finished.unanswered().count()), (started, 0));
    assert_eq!(server.log().asked.len(), started);

    let mut results = client(&server).send_all(campaigns(1000)).concurrency(8).in_order();
    assert_eq!(id_in(&results.next().await.unwrap()), 0);
    results.stop();
    let left = results.started() - 1;
    assert_eq!(
        results.map(|outcome| id_in(&outcome)).collect::<Vec<_>>().await,
        (1..=left as u64).collect::<Vec<_>>()
    );
}
