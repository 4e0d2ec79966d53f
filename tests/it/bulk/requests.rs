//! Where the requests come from, and how each is sent.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::Stream as _;
use mor_api::{Client, Credentials, ErrorKind, PreparedRequest, Transport, TransportError};
use tokio::time::timeout;

use crate::bulk::server::Server;
use crate::bulk::{MILLISECOND, campaign, campaigns, client, id_in};

/// Answers at once, without a server.
struct Echo;

impl Transport for Echo {
    async fn send(&self, request: PreparedRequest) -> Result<http::Response<Vec<u8>>, TransportError> {
        tokio::task::yield_now().await;
        let (_, id) = request.form().find(|(name, _)| name == "id").unwrap();
        let text = format!("<ivr_poll_results_string>{id}</ivr_poll_results_string>");
        Ok(http::Response::new(format!("<page><status>{text}</status></page>").into_bytes()))
    }
}

#[tokio::test]
async fn requests_are_made_when_there_is_room_for_them() {
    let client = Client::builder("https://switch.example.com").username("bob").build_with(Echo).unwrap();
    let made = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&made);
    let requests = (0..20_000).map(move |id| {
        counter.fetch_add(1, Ordering::SeqCst);
        campaign(id)
    });
    let mut finished = client.send_all(requests).concurrency(10).as_finished();
    let (mut handed_out, mut sum) = (0, 0);
    while let Some((_, outcome)) = finished.next().await {
        handed_out += 1;
        sum += id_in(&outcome);
        let ahead = made.load(Ordering::SeqCst) - handed_out;
        assert!(ahead <= 10, "{ahead}");
    }
    assert_eq!((handed_out, sum), (20_000, (0..20_000).sum()));
}

#[tokio::test]
async fn requests_may_be_borrowed() {
    let client = Client::builder("https://switch.example.com").username("bob").build_with(Echo).unwrap();
    let requests: Vec<_> = campaigns(5).collect();
    let results = client.send_all(&requests).collect().await;
    assert_eq!(results.iter().map(id_in).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
    assert_eq!(client.send(&&requests[3]).await.unwrap().as_str(), "3");
}

#[test]
fn a_blocking_client_works_over_any_transport() {
    let builder = Client::builder("https://switch.example.com").credentials(Credentials::new("bob"));
    let client = builder.build_blocking_with(Echo).unwrap();
    assert_eq!(client.send(&campaign(7)).unwrap().as_str(), "7");
    let requests: Vec<_> = campaigns(3).collect();
    let results: Vec<_> = client.send_all(&requests).in_order().collect();
    assert_eq!(results.iter().map(id_in).collect::<Vec<_>>(), [0, 1, 2]);
}

#[tokio::test]
async fn every_call_is_configured() {
    let server = Server::taking(200 * MILLISECOND);
    let client = client(&server);
    let outcomes =
        client.send_all(campaigns(5)).configure(|call| call.as_user("user_reseller")).collect().await;
    assert!(outcomes.iter().all(Result::is_ok));
    assert_eq!(server.log().users, ["user_reseller"; 5]);

    let outcomes =
        client.send_all(campaigns(3)).configure(|call| call.timeout(20 * MILLISECOND)).collect().await;
    for outcome in outcomes {
        let error = outcome.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Transport(error) if error.is_timeout()), "{error:?}");
    }
}

#[tokio::test]
async fn requests_that_cannot_be_made_have_results_of_their_own() {
    let server = Server::taking(MILLISECOND);
    let client = client(&server);
    let outcomes =
        client.send_all(campaigns(100)).configure(|call| call.function_name("poll")).collect().await;
    assert_eq!(outcomes.len(), 100);
    assert!(
        outcomes.iter().all(|outcome| matches!(outcome.as_ref().unwrap_err().kind(), ErrorKind::Request(_)))
    );
    assert_eq!(server.log().asked.len(), 0);
}

#[tokio::test]
async fn no_calls_at_once_counts_as_one() {
    let server = Server::taking(MILLISECOND);
    let outcomes = client(&server).send_all(campaigns(3)).concurrency(0).collect().await;
    assert_eq!(outcomes.iter().map(id_in).collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!(server.log().most, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_stream_can_move_to_another_task_and_knows_its_length() {
    let server = Server::taking(50 * MILLISECOND);
    let mut results = client(&server).send_all(campaigns(9)).concurrency(2).in_order();
    assert_eq!(results.size_hint(), (9, Some(9)));
    assert!(timeout(10 * MILLISECOND, results.next()).await.is_err());
    assert_eq!(results.size_hint(), (9, Some(9)));
    assert_eq!(id_in(&results.next().await.unwrap()), 0);
    assert_eq!(results.size_hint(), (8, Some(8)));
    let sum = tokio::spawn(async move {
        let mut sum = 0;
        while let Some(outcome) = results.next().await {
            sum += id_in(&outcome);
        }
        sum
    });
    assert_eq!(sum.await.unwrap(), 36);
}
