//! Rows: tried again only before the first of them was handed over.

use mor_api::{Error, Rows};
use mor_endpoints::call::{Cdr, UserCallsFault, UserCallsGet};
use mor_sim::{Answer, Fault};

use super::client;
use crate::support::simulator;

const CALLS: &str = "user_calls_get";

async fn drain(mut rows: Rows<Cdr, UserCallsGet>) -> Result<u64, Error<UserCallsFault>> {
    while let Some(row) = rows.next().await {
        row?;
    }
    Ok(rows.count())
}

fn rows(client: &mor_api::Client) -> Rows<Cdr, UserCallsGet> {
    client.call(&UserCallsGet::new()).rows()
}

#[tokio::test]
async fn before_the_first_row_everything_is_tried_again() {
    let simulator = simulator();
    let client = client(&simulator);
    let all = drain(rows(&client)).await.unwrap();
    assert!(all > 1);
    for fault in
        [Fault::CutConnection { after: 0 }, Fault::CutConnection { after: 900 }, Fault::Truncate(900)]
    {
        simulator.clear_requests();
        simulator.on(CALLS).fail(fault.clone()).times(2);
        assert_eq!(drain(rows(&client)).await.unwrap(), all, "{fault:?}");
        assert_eq!(simulator.requests().len(), 3, "{fault:?}");
    }
    simulator.clear_requests();
    simulator.on(CALLS).respond(Answer::text("").with_status(503)).times(3);
    assert_eq!(drain(rows(&client)).await.unwrap_err().tries(), 3);
    assert_eq!(simulator.requests().len(), 3);
}

#[tokio::test]
async fn behind_the_first_row_nothing_is() {
    let simulator = simulator();
    simulator.on(CALLS).fail(Fault::CutConnection { after: 2000 });
    let error = drain(rows(&client(&simulator))).await.unwrap_err();
    assert_eq!((error.rows_before(), error.tries(), simulator.requests().len()), (1, 1, 1));
}

#[tokio::test]
async fn a_future_that_is_dropped_while_it_waits_for_the_next_try_loses_nothing() {
    let simulator = simulator();
    simulator.on(CALLS).respond(Answer::text("").with_status(503).with_header("Retry-After", "1")).times(1);
    let mut rows = rows(&client(&simulator));
    while simulator.requests().is_empty() {
        let _ = tokio::time::timeout(std::time::Duration::from_millis(300), rows.next()).await;
    }
    assert!(rows.next().await.unwrap().is_ok());
    assert_eq!(simulator.requests().len(), 2);
}
