//! What the tests against the simulator have in common.
#![allow(dead_code, reason = "no test crate uses all of it")]

pub mod raw;

use std::error::Error as StdError;
use std::net::{TcpListener, TcpStream};
use std::sync::LazyLock;
use std::time::Duration;

use mor_api::{Client, ClientBuilder, Error, RetryPolicy};
use mor_endpoints::CampaignId;
use mor_endpoints::autodialer::{AutodialerGetCampaignIvrPollResults, PollFault};
use mor_sim::Simulator;

/// The name of the function that most tests call.
pub const POLL: &str = "autodialer_get_campaign_ivr_poll_results";

/// The length of the simulator's answer for campaign 2.
pub const POLL_2_LENGTH: usize = 182;

pub type PollError = Error<PollFault>;

pub fn simulator() -> Simulator {
    Simulator::start().expect("loopback has a free port")
}

/// The settings that are right for the simulator's `some_user`.
pub fn builder(simulator: &Simulator) -> ClientBuilder {
    // Nothing takes so long but what hangs. What fails is looked at as it is; tests/it/retries has the rest.
    Client::builder(simulator.url())
        .username("some_user")
        .api_key("secret")
        .timeout(Duration::from_secs(20))
        .retries(RetryPolicy::none())
}

pub fn client(simulator: &Simulator) -> Client {
    builder(simulator).build().expect("the settings are right")
}

/// The request for the campaign with two records.
pub fn poll() -> AutodialerGetCampaignIvrPollResults {
    AutodialerGetCampaignIvrPollResults::new(CampaignId(2))
}

/// A URL nobody answers at. The port is that of a connection which stays open: one that was merely free a moment ago may
/// be another test's by now.
pub fn deserted_url() -> String {
    static HELD: LazyLock<(TcpListener, TcpStream)> = LazyLock::new(|| {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let connection = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        (listener, connection)
    });
    format!("http://{}", HELD.1.local_addr().unwrap())
}

pub fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// The error's own text and those of its sources, outermost first.
pub fn texts(error: &dyn StdError) -> Vec<String> {
    let mut texts = vec![error.to_string()];
    let mut source = error.source();
    while let Some(inner) = source {
        texts.push(inner.to_string());
        source = inner.source();
    }
    texts
}

/// Printing the whole chain must not say anything twice.
#[track_caller]
pub fn assert_nothing_is_said_twice(error: &dyn StdError) {
    let texts = texts(error);
    for (index, text) in texts.iter().enumerate() {
        for source in &texts[index + 1..] {
            assert!(!text.contains(source.as_str()), "{texts:?}");
        }
    }
}
