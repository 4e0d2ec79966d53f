//! The blocking client against the simulator, over real HTTP.

use std::thread;
use std::time::Duration;

use mor_api::{Client, CommonFault, ErrorKind, Method, blocking};
use mor_endpoints::CampaignId;
use mor_endpoints::autodialer::{AutodialerGetCampaignIvrPollResults, PollFault};
use mor_sim::{Fault, Simulator};

use crate::support::{
    POLL, PollError, assert_nothing_is_said_twice, builder, deserted_url, pairs, poll, simulator,
};

fn client(simulator: &Simulator) -> blocking::Client {
    builder(simulator).build_blocking().unwrap()
}

#[test]
fn two_records_arrive_and_the_request_is_a_form() {
    let simulator = simulator();
    let results = client(&simulator).send(&poll()).unwrap();
    let numbers: Vec<&str> = results.records().iter().map(|record| record.number.as_str()).collect();
    assert_eq!(numbers, ["1111", "2222"]);
    let request = simulator.last_request().unwrap();
    assert_eq!(request.method, "POST");
    let hash = "38282ca5e65e63746498ef5b39a2fe71c6448df4";
    assert_eq!(request.raw().form, pairs(&[("u", "some_user"), ("id", "2"), ("hash", hash)]));
    assert!(request.query.is_empty());
}

#[test]
fn refusals_are_typed() {
    let simulator = simulator();
    for (campaign, fault) in [(99, PollFault::CampaignNotFound), (4, PollFault::NoNumbers)] {
        let request = AutodialerGetCampaignIvrPollResults::new(CampaignId(campaign));
        assert_eq!(client(&simulator).send(&request).unwrap_err().fault(), Some(&fault));
    }
    let wrong = builder(&simulator).api_key("wrong key").build_blocking().unwrap();
    let error = wrong.send(&poll()).unwrap_err();
    assert_eq!(error.common(), Some(&CommonFault::IncorrectHash));
    assert!(error.hint().is_some());
}

#[test]
fn a_call_can_differ_from_the_clients_settings() {
    let simulator = simulator();
    let reseller = builder(&simulator).username("reseller").api_key("abcdefghijkl").build_blocking().unwrap();
    let request = AutodialerGetCampaignIvrPollResults::new(CampaignId(6));
    let results = reseller.call(&request).as_user("user_reseller").send().unwrap();
    assert_eq!(results.as_str(), "3333");
    assert_eq!(simulator.last_request().unwrap().param("u").as_deref(), Some("user_reseller"));

    let get = builder(&simulator).method(Method::Get).build_blocking().unwrap();
    assert_eq!(get.send(&poll()).unwrap_err().common(), Some(&CommonFault::GetDisabled));
}

#[test]
fn a_call_that_takes_too_long_is_given_up() {
    let simulator = simulator();
    simulator.on(POLL).fail(Fault::Delay(Duration::from_secs(10))).times(1);
    let client = client(&simulator);
    let error = client.call(&poll()).timeout(Duration::from_millis(500)).send().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(error) if error.is_timeout()), "{error:?}");
    assert!(error.may_have_been_sent() && error.is_retryable());
    assert_eq!(client.send(&poll()).unwrap().records().len(), 2, "the client is as good as before");
}

#[test]
fn a_refused_connection_has_sent_nothing() {
    let client = Client::builder(deserted_url()).username("some_user").build_blocking().unwrap();
    let error = client.send(&poll()).unwrap_err();
    assert!(!error.may_have_been_sent() && error.is_retryable());
    assert_nothing_is_said_twice(&error);
}

#[test]
fn explaining_sends_nothing() {
    let simulator = simulator();
    let explained = client(&simulator).explain(&poll()).unwrap();
    assert_eq!(explained.hash.as_deref(), Some("38282ca5e65e63746498ef5b39a2fe71c6448df4"));
    assert!(simulator.requests().is_empty());
}

#[test]
fn threads_share_a_client() {
    let simulator = simulator();
    let client = client(&simulator);
    let counts: Vec<usize> = thread::scope(|scope| {
        let calls: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| (0..5).map(|_| client.send(&poll()).unwrap().records().len()).sum::<usize>())
            })
            .collect();
        calls.into_iter().map(|call| call.join().unwrap()).collect()
    });
    assert_eq!(counts, [10; 8]);
    assert_eq!(simulator.requests().len(), 40);
}

#[test]
fn a_thread_that_hangs_does_not_hold_up_the_others() {
    let simulator = simulator();
    let client = client(&simulator);
    simulator.on(POLL).fail(Fault::Delay(Duration::from_secs(10))).times(1);
    thread::scope(|scope| {
        let hanging = scope.spawn(|| client.call(&poll()).timeout(Duration::from_secs(2)).send());
        while simulator.requests().is_empty() {
            thread::yield_now();
        }
        assert_eq!(client.send(&poll()).unwrap().records().len(), 2);
        assert!(!hanging.is_finished());
        assert!(hanging.join().unwrap().is_err());
    });
}

#[track_caller]
fn assert_misused(error: &PollError) {
    assert_eq!(
        error.to_string(),
        format!(
            "{POLL}: the blocking client was used inside an asynchronous runtime; use the asynchronous client there"
        )
    );
    assert!(!error.may_have_been_sent() && !error.is_retryable());
    assert_nothing_is_said_twice(error);
}

#[tokio::test]
async fn inside_a_runtime_every_call_is_a_clear_error_and_dropping_does_no_harm() {
    let simulator = simulator();
    let client = client(&simulator);
    assert_misused(&client.send(&poll()).unwrap_err());
    assert!(simulator.requests().is_empty());
    assert!(client.explain(&poll()).is_ok(), "nothing is sent, so nothing can block");
    drop(client);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn inside_a_runtime_of_threads_it_is_the_same() {
    let simulator = simulator();
    let client = client(&simulator);
    let error = tokio::task::spawn_blocking(move || client.send(&poll()).unwrap_err()).await.unwrap();
    assert_misused(&error);
}

#[test]
fn a_client_made_and_dropped_inside_a_runtime_works_outside() {
    let simulator = simulator();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let made_inside = runtime.block_on(async { client(&simulator) });
    assert_eq!(made_inside.send(&poll()).unwrap().records().len(), 2);
    runtime.block_on(async move { drop(made_inside) });
}
