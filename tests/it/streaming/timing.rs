//! Timeouts, back-pressure and what becomes of the connection.

use std::thread::sleep;
use std::time::{Duration, Instant};

use mor_api::ErrorKind;
use mor_sim::Fault;

use crate::streaming::server::Server;
use crate::streaming::{CALLS, HEAD, TAIL, drain, row, rows};
use crate::support::{client, simulator};

pub(crate) const PAUSE: Duration = Duration::from_millis(100);

#[tokio::test]
async fn the_timeout_is_for_each_piece_and_not_for_the_whole() {
    let server = Server::once(|sender| {
        sender.send(HEAD)?;
        for id in 0..12 {
            sender.send(&row(id))?;
            sleep(PAUSE);
        }
        sender.send(TAIL)
    });
    let client = server.client().timeout(8 * PAUSE).build().unwrap();
    let started = Instant::now();
    let (count, error) = drain(rows(&client)).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(count, 12);
    assert!(started.elapsed() > 10 * PAUSE, "it took longer than the timeout");
    server.join().unwrap();
}

// The connection is closed by a task of the runtime, which must run while the test waits for that.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_server_that_stops_in_the_middle_is_given_up() {
    let server = Server::once(|sender| {
        sender.send(HEAD)?;
        sender.send(&row(0))?;
        sender.wait_for_close();
        Ok(())
    });
    let client = server.client().timeout(2 * PAUSE).build().unwrap();
    let (count, error) = drain(rows(&client)).await;
    let error = error.unwrap();
    assert!(matches!(error.kind(), ErrorKind::Transport(error) if error.is_timeout()), "{error:?}");
    assert!(error.may_have_been_sent() && error.is_retryable());
    assert_eq!((count, error.rows_before()), (1, 1));
    server.join().unwrap();
}

#[tokio::test]
async fn a_server_that_never_answers_is_given_up() {
    let server = Server::once(|sender| {
        sender.wait_for_close();
        Ok(())
    });
    let client = server.client().timeout(PAUSE).build().unwrap();
    let (_, error) = drain(rows(&client)).await;
    assert!(error.unwrap().is_retryable());
}

/// Sends rows until nobody takes them any more.
pub(crate) fn endless() -> Server {
    Server::once(|sender| {
        sender.send(HEAD)?;
        let rows = (0..1000).map(row).collect::<String>();
        loop {
            sender.send(&rows)?;
        }
    })
}

/// Whether the server has stood still for a while.
pub(crate) fn settled(server: &Server) -> usize {
    loop {
        let before = server.sent();
        sleep(3 * PAUSE);
        if server.sent() == before {
            return before;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_slow_consumer_slows_down_the_server_and_leaving_early_closes_the_connection() {
    let server = endless();
    let client = server.client().build().unwrap();
    let mut rows = rows(&client);
    rows.next().await.unwrap().unwrap();
    let sent = settled(&server);
    assert!(sent < 32 << 20, "no more than the buffers between the two take: {sent}");
    for _ in 0..5000 {
        rows.next().await.unwrap().unwrap();
    }
    drop(rows);
    assert!(server.join().is_err(), "the connection was closed");
}

#[tokio::test]
async fn a_row_that_is_not_waited_for_is_not_lost() {
    let server = Server::once(|sender| {
        sender.send(HEAD)?;
        for id in 0..5 {
            sleep(PAUSE);
            let (start, end) = (row(id), row(id).len() / 2);
            sender.send(&start[..end])?;
            sleep(PAUSE);
            sender.send(&start[end..])?;
        }
        sender.send(TAIL)
    });
    let client = server.client().build().unwrap();
    let mut rows = rows(&client);
    let mut ids = vec![rows.next().await.unwrap().unwrap().id.unwrap()];
    loop {
        match tokio::time::timeout(PAUSE / 4, rows.next()).await {
            Ok(Some(call)) => ids.push(call.unwrap().id.unwrap()),
            Ok(None) => break,
            Err(_) => {}
        }
    }
    assert_eq!(ids, [0, 1, 2, 3, 4]);
}

#[tokio::test]
async fn a_call_that_was_given_up_before_its_answer_is_no_empty_list() {
    let simulator = simulator();
    simulator.on(CALLS).fail(Fault::Delay(100 * PAUSE));
    let mut rows = rows(&client(&simulator));
    assert!(tokio::time::timeout(PAUSE, rows.next()).await.is_err(), "there is no answer yet");
    let error = rows.next().await.unwrap().unwrap_err();
    assert!(error.may_have_been_sent());
    assert!(rows.next().await.is_none());
}
