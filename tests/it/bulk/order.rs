//! In which order results come, and how many calls are under way meanwhile.

use std::time::Instant;

use futures_util::StreamExt as _;
use mor_endpoints::autodialer::PollFault;

use crate::bulk::server::Server;
use crate::bulk::{CallResult, MILLISECOND, campaigns, client, id_in};

#[tokio::test]
async fn in_order_whatever_each_takes() {
    let server = Server::start_when(|_| 8, |id| Some(MILLISECOND * (id as u32 * 7 % 5) * 4));
    let outcomes: Vec<CallResult> =
        client(&server).send_all(campaigns(60)).concurrency(8).in_order().collect().await;
    assert_eq!(outcomes.iter().map(id_in).collect::<Vec<_>>(), (0..60).collect::<Vec<_>>());
    assert_eq!(server.log().most, 8);
}

#[tokio::test]
async fn as_they_finish_each_with_its_place() {
    let wanted = |id| if id == 0 { 30 } else { 4 };
    let server = Server::start_when(wanted, |id| Some(MILLISECOND * if id == 0 { 400 } else { 5 }));
    let mut finished = client(&server).send_all(campaigns(30)).concurrency(4).as_finished();
    let mut places = Vec::new();
    while let Some((place, outcome)) = finished.next().await {
        assert_eq!(id_in(&outcome), place as u64);
        places.push(place);
    }
    assert_eq!(places.pop(), Some(0), "the slow one came last, and nobody waited for it");
    places.sort_unstable();
    assert_eq!(places, (1..30).collect::<Vec<_>>());
    assert!(finished.next().await.is_none());
    assert_eq!(server.log().most, 4);
}

#[tokio::test]
async fn all_together_are_in_order_too() {
    let server = Server::start_when(|_| 16, |id| Some(MILLISECOND * if id == 0 { 300 } else { 2 }));
    let outcomes = client(&server).send_all(campaigns(100)).collect().await;
    assert_eq!(outcomes.iter().map(id_in).collect::<Vec<_>>(), (0..100).collect::<Vec<_>>());
    assert_eq!(server.log().most, 16, "unless another number is set");
    assert_eq!(client(&server).send_all(campaigns(0)).collect().await.len(), 0);
}

#[tokio::test]
async fn a_slow_head_does_not_stop_the_others_but_nobody_runs_away() {
    let wanted = |id| if id == 0 { 16 } else { 4 };
    let server = Server::start_when(wanted, |id| Some(MILLISECOND * if id == 0 { 1000 } else { 2 }));
    let mut results = client(&server).send_all(campaigns(50)).concurrency(4).in_order();
    assert_eq!(id_in(&results.next().await.unwrap()), 0);
    assert_eq!(results.started(), 16, "four times as many as may be under way");
    assert_eq!(server.log().asked.len(), 16);
    let rest: Vec<u64> = results.map(|outcome| id_in(&outcome)).collect().await;
    assert_eq!(rest, (1..50).collect::<Vec<_>>());
    assert_eq!(server.log().most, 4);
}

#[tokio::test]
async fn one_that_fails_stops_nothing() {
    let server = Server::start(|id| (id % 3 != 1).then_some(MILLISECOND));
    let outcomes = client(&server).send_all(campaigns(31)).concurrency(5).collect().await;
    assert_eq!(outcomes.len(), 31);
    for (id, outcome) in outcomes.iter().enumerate() {
        match outcome {
            Ok(_) => assert_eq!((id_in(outcome), id % 3 == 1), (id as u64, false)),
            Err(error) => assert_eq!((error.fault(), id % 3), (Some(&PollFault::CampaignNotFound), 1)),
        }
    }
}

/// 100 calls of 20 ms, 16 at a time, are 7 rounds.
#[tokio::test]
async fn calls_run_at_the_same_time_and_not_more_than_allowed() {
    let server = Server::taking(20 * MILLISECOND);
    let client = client(&server);
    let started = Instant::now();
    assert_eq!(client.send_all(campaigns(100)).collect().await.iter().map(id_in).sum::<u64>(), 4950);
    let time = started.elapsed();
    assert!(time >= 140 * MILLISECOND, "{time:?}");
    assert!(time < 1500 * MILLISECOND, "one after the other would take 2 seconds: {time:?}");
}

/// A measurement rather than a test: `cargo test --release -p mor-tests bulk -- --ignored --nocapture`.
#[tokio::test]
#[ignore = "needs a machine that does nothing else, and a release build"]
async fn a_thousand_campaigns_take_little_more_than_the_ideal() {
    let server = Server::taking(20 * MILLISECOND);
    let client = client(&server);
    let ideal = 20 * MILLISECOND * 1000 / 16;
    for _ in 0..5 {
        let started = Instant::now();
        assert_eq!(client.send_all(campaigns(1000)).concurrency(16).collect().await.len(), 1000);
        let ratio = started.elapsed().as_secs_f64() / ideal.as_secs_f64();
        println!("1000 campaigns: {:?}, {ratio:.3} of the ideal", started.elapsed());
        assert!(ratio < 1.15, "{ratio}");
    }
}
