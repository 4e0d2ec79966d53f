//! Rows as a stream.

use futures_util::{Stream, StreamExt as _, TryStreamExt as _};
use mor_api::{Client, DecodeErrorKind, Error, ErrorKind};
use mor_endpoints::call::{Cdr, UserCallsFault};
use mor_sim::Answer;
use tokio::time::timeout;

use crate::streaming::server::Server;
use crate::streaming::timing::{PAUSE, endless, settled};
use crate::streaming::{CALLS, HEAD, TAIL, document, row, rows};
use crate::support::{client, simulator};

fn stream(
    client: &Client,
) -> impl Stream<Item = Result<Cdr, Error<UserCallsFault>>> + Send + Unpin + 'static {
    rows(client).into_stream()
}

#[tokio::test]
async fn it_has_the_rows_and_the_adapters() {
    let simulator = simulator();
    simulator.on(CALLS).respond(Answer::xml(document(5000)));
    let client = client(&simulator);
    let ids: Vec<u64> = stream(&client).map_ok(|call| call.id.unwrap()).try_collect().await.unwrap();
    assert_eq!(ids, (0..5000).collect::<Vec<_>>());
    let seconds: u64 = stream(&client)
        .take(10)
        .map(|call| call.unwrap().billed_seconds.unwrap())
        .fold(0, |a, b| async move { a + b })
        .await;
    assert_eq!(seconds, 300);
    assert_eq!(simulator.requests().len(), 2);
    drop(stream(&client));
    assert_eq!(simulator.requests().len(), 2, "nothing is sent before the first row is asked for");
}

#[tokio::test]
async fn an_error_behind_rows_tells_how_many_and_where() {
    let simulator = simulator();
    let bad = HEAD.to_owned() + &row(0) + &row(1) + "<call><calldate2>never</calldate2></call>" + TAIL;
    simulator.on(CALLS).respond(Answer::xml(bad));
    let mut stream = stream(&client(&simulator));
    for id in 0..2 {
        assert_eq!(stream.next().await.unwrap().unwrap().id, Some(id));
    }
    let error = stream.next().await.unwrap().unwrap_err();
    assert_eq!(error.rows_before(), 2);
    assert!(error.to_string().ends_with("(after 2 rows)"), "{error}");
    let ErrorKind::Decode(error) = error.kind() else { panic!("{error:?}") };
    assert_eq!(error.path(), "page/calls_stat/calls/call/calldate2");
    assert_ne!(*error.kind(), DecodeErrorKind::Truncated);
    assert!(stream.next().await.is_none() && stream.next().await.is_none());
}

#[tokio::test]
async fn a_wait_that_is_given_up_loses_nothing_not_even_before_the_answer() {
    let server = Server::once(|sender| {
        std::thread::sleep(3 * PAUSE);
        sender.send(HEAD)?;
        for id in 0..4 {
            std::thread::sleep(PAUSE);
            sender.send(&row(id))?;
        }
        sender.send(TAIL)
    });
    let mut stream = stream(&server.client().build().unwrap());
    let (mut ids, mut given_up) = (Vec::new(), 0);
    loop {
        match timeout(PAUSE / 4, stream.next()).await {
            Ok(Some(call)) => ids.push(call.unwrap().id.unwrap()),
            Ok(None) => break,
            Err(_) => given_up += 1,
        }
    }
    assert_eq!(ids, [0, 1, 2, 3]);
    assert!(given_up > 4, "{given_up}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_slow_consumer_slows_down_the_server_and_leaving_early_closes_the_connection() {
    let server = endless();
    let mut stream = stream(&server.client().build().unwrap());
    stream.next().await.unwrap().unwrap();
    let sent = settled(&server);
    assert!(sent < 32 << 20, "no more than the buffers between the two take: {sent}");
    assert_eq!(stream.by_ref().take(5000).filter(|row| std::future::ready(row.is_ok())).count().await, 5000);
    drop(stream);
    assert!(server.join().is_err(), "the connection was closed");
}
