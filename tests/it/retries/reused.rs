//! Connections that are kept open and break when they are used again: below the client's policy the HTTP stack must
//! not repeat anything on its own, once a byte of it may have been sent.

use std::collections::BTreeMap;
use std::time::Duration;

use mor_api::{Client, Outcome};

use super::server::Act::{Answer, Peek, Read};
use super::server::{Act, Server};
use super::{QUICK, pay};
use crate::support::poll;

const PAID: &str = "<page><response><status>ok</status><payment currency=\"EUR\"><payment_id>31</payment_id><tax>0</tax>\
    <amount>10.0</amount><gross>10.0</gross></payment></response></page>";
const POLLED: &str = "<page><status><ivr_poll_results_string>1111</ivr_poll_results_string></status></page>";

fn client(server: &Server) -> Client {
    Client::builder(server.url()).username("bob").api_key("secret").retries(QUICK).build().unwrap()
}

fn paying(scripts: impl IntoIterator<Item = Vec<Act>>) -> (Server, Client) {
    let server = Server::start(scripts, PAID);
    let client = client(&server);
    (server, client)
}

#[tokio::test]
async fn a_reused_connection_that_is_reset_when_a_payment_comes_is_no_reason_to_pay_again() {
    for _ in 0..20 {
        let (server, client) = paying([vec![Answer, Peek]]);
        client.send(&pay("T-1")).await.unwrap();
        let error = client.send(&pay("T-2")).await.unwrap_err();
        assert!(error.outcome().is_unknown(), "{error:?}");
        assert_eq!((server.connections(), server.requests().len(), error.tries()), (1, 1, 1));
    }
}

#[tokio::test]
async fn a_reused_connection_that_is_closed_behind_a_payment_is_no_reason_to_pay_again() {
    let (server, client) = paying([vec![Answer, Read]]);
    client.send(&pay("T-1")).await.unwrap();
    let error = client.send(&pay("T-2")).await.unwrap_err();
    assert!(error.outcome().is_unknown(), "{error:?}");
    assert_eq!((server.connections(), server.requests().len(), error.tries()), (1, 2, 1));
}

#[tokio::test]
async fn a_new_connection_that_breaks_is_none_either() {
    for act in [Read, Peek] {
        let (server, client) = paying([vec![act]]);
        let error = client.send(&pay("T-1")).await.unwrap_err();
        assert!(error.outcome().is_unknown(), "{act:?}: {error:?}");
        assert_eq!((server.connections(), error.tries()), (1, 1), "{act:?}");
    }
}

#[tokio::test]
async fn an_idle_connection_that_was_closed_is_replaced() {
    let (server, client) = paying([vec![Answer]]);
    client.send(&pay("T-1")).await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    client.send(&pay("T-2")).await.unwrap();
    assert_eq!((server.connections(), server.requests().len()), (2, 2));
}

#[tokio::test]
async fn a_call_that_reads_is_repeated_whatever_breaks() {
    for script in [vec![Answer, Peek], vec![Answer, Read]] {
        let server = Server::start([script.clone(), vec![Read], vec![Answer]], POLLED);
        let client = client(&server);
        assert_eq!(client.send(&poll()).await.unwrap().records().len(), 1);
        assert_eq!(client.send(&poll()).await.unwrap().records().len(), 1, "{script:?}");
        assert_eq!(server.connections(), 3);
    }
}

/// The server closes each connection behind its first answer, while the next payment is on its way or not yet: who is
/// first differs from time to time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_race_between_closing_and_paying_nothing_is_paid_twice() {
    const CALLS: u32 = 400;
    let (server, client) = paying(vec![vec![Answer]; CALLS as usize]);
    let mut outcomes = BTreeMap::new();
    for call in 0..CALLS {
        // From none to more than it takes to close.
        tokio::time::sleep(Duration::from_micros(u64::from(call % 20) * 15)).await;
        let outcome =
            client.send(&pay(&format!("T-{call:04}"))).await.map(drop).map_err(|error| error.outcome());
        outcomes.insert(call, outcome);
    }
    let requests = server.requests();
    let executed = |call: u32| {
        requests.iter().filter(|body| body.contains(&format!("transaction=T-{call:04}&"))).count()
    };
    for (call, outcome) in &outcomes {
        match outcome {
            Ok(()) => assert_eq!(executed(*call), 1, "{call}"),
            Err(Outcome::NotSent) => assert_eq!(executed(*call), 0, "{call}"),
            Err(outcome) => assert!(outcome.is_unknown() && executed(*call) <= 1, "{call}: {outcome:?}"),
        }
    }
    assert!(outcomes.values().filter(|outcome| outcome.is_ok()).count() > 10);
}
