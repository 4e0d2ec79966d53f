//! The blocking twin.

use mor_api::{Error, blocking};
use mor_endpoints::call::{Cdr, UserCallsFault, UserCallsGet};
use mor_sim::Answer;

use crate::streaming::timing::endless;
use crate::streaming::{CALLS, document};
use crate::support::{builder, simulator};

fn rows(client: &blocking::Client) -> blocking::Rows<'_, Cdr, UserCallsGet> {
    client.call(&UserCallsGet::new()).rows()
}

#[test]
fn rows_are_an_iterator() {
    let simulator = simulator();
    simulator.on(CALLS).respond(Answer::xml(document(300)));
    let client = builder(&simulator).build_blocking().unwrap();
    let ids = rows(&client).map(|call| call.map(|call| call.id.unwrap()));
    assert_eq!(ids.collect::<Result<Vec<_>, _>>().unwrap(), (0..300).collect::<Vec<_>>());
    let mut three = rows(&client);
    assert_eq!(three.by_ref().take(3).count(), 3);
    assert_eq!(three.rows_so_far(), 3);
}

#[test]
fn a_refusal_is_the_only_item() {
    let simulator = simulator();
    simulator.on(CALLS).respond(Answer::error("error", "User was not found"));
    let client = builder(&simulator).build_blocking().unwrap();
    let items: Vec<Result<Cdr, Error<UserCallsFault>>> = rows(&client).collect();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].as_ref().unwrap_err().fault(), Some(&UserCallsFault::UserNotFound));
}

#[test]
fn leaving_early_closes_the_connection() {
    let server = endless();
    let client = server.client().build_blocking().unwrap();
    assert_eq!(rows(&client).take(10).filter(Result::is_ok).count(), 10);
    assert!(server.join().is_err(), "the connection was closed");
    drop(client);
}

#[tokio::test]
async fn inside_a_runtime_it_is_one_clear_error() {
    let simulator = simulator();
    let client = builder(&simulator).build_blocking().unwrap();
    let mut rows = rows(&client);
    let error = rows.next().unwrap().unwrap_err();
    assert!(error.to_string().contains("inside an asynchronous runtime"), "{error}");
    assert!(rows.next().is_none() && !error.may_have_been_sent());
    assert!(simulator.requests().is_empty());
}
