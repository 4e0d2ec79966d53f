//! The blocking twin.

use mor_api::Client;
use mor_api::blocking;

use crate::bulk::server::Server;
use crate::bulk::{CallResult, MILLISECOND, campaigns, id_in};

fn client(server: &Server) -> blocking::Client {
    Client::builder(server.url()).username("some_user").api_key("secret").build_blocking().unwrap()
}

#[test]
fn results_are_an_iterator() {
    let server = Server::start(|id| Some(MILLISECOND * (id as u32 * 7 % 5) * 4));
    let client = client(&server);
    let outcomes: Vec<CallResult> = client.send_all(campaigns(40)).concurrency(8).in_order().collect();
    assert_eq!(outcomes.iter().map(id_in).collect::<Vec<_>>(), (0..40).collect::<Vec<_>>());
    assert_eq!(server.log().most, 8);

    let users = client.send_all(campaigns(3)).configure(|call| call.as_user("user_reseller"));
    let mut places: Vec<usize> =
        users.as_finished().map(|(place, outcome)| place + outcome.unwrap().records().len()).collect();
    places.sort_unstable();
    assert_eq!(places, [1, 2, 3]);
    assert_eq!(server.log().users[40..], ["user_reseller"; 3]);
}

#[test]
fn leaving_early_starts_no_further_call() {
    let server = Server::taking(5 * MILLISECOND);
    let client = client(&server);
    let mut results = client.send_all(campaigns(1000)).concurrency(4).in_order();
    assert_eq!(results.by_ref().take(5).map(|outcome| id_in(&outcome)).sum::<u64>(), 10);
    let started = results.stream().started();
    results.stream().stop();
    assert_eq!(results.count(), started - 5);
    assert_eq!(server.log().asked.len(), started);
}

#[test]
fn the_rate_holds() {
    let server = Server::taking(MILLISECOND);
    let client = client(&server);
    let started = std::time::Instant::now();
    let results = client.send_all(campaigns(10)).rate(50, MILLISECOND * 1000).as_finished();
    assert_eq!(results.count(), 10);
    assert!(started.elapsed() >= 100 * MILLISECOND, "{:?}", started.elapsed());
}

#[tokio::test]
async fn inside_a_runtime_it_is_one_clear_error() {
    let server = Server::taking(MILLISECOND);
    let client = client(&server);
    let mut results = client.send_all(campaigns(3)).in_order();
    let error = results.next().unwrap().unwrap_err();
    assert!(error.to_string().contains("inside an asynchronous runtime"), "{error}");
    assert!(results.next().is_none() && !error.may_have_been_sent());
    assert_eq!(server.log().asked.len(), 0);
}
