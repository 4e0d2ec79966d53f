//! What a call tells a subscriber: function, effect and outcome, and never what was sent or answered.
//!
//! A test crate of its own: whether anybody listens is remembered for each place of the code and the whole
//! process, so the subscriber must be there before the first call.

#[path = "it/support/mod.rs"]
mod support;

use std::cell::RefCell;
use std::fmt::Debug;
use std::sync::Once;
use std::time::Duration;

use mor_api::{Client, Hash, RetryBudget, RetryPolicy};
use mor_endpoints::autodialer::AutodialerGetCampaignIvrPollResults;
use mor_endpoints::{CampaignId, UserId};
use mor_sim::{Answer, Fault};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::support::{POLL, deserted_url, simulator};

const USER: &str = "user-marker";
const KEY: &str = "key-marker";
const CAMPAIGN: u64 = 314_159_265;
const RESELLER: u64 = 271_828_182;
const ANSWER: &str = "answer-marker";

thread_local! {
    /// What was said in this thread; each test and its runtime have one of their own.
    static LINES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a line for whatever a library says.
struct Listener;

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.push_str(&format!(" {}={value:?}", field.name()));
    }
}

impl Listener {
    fn listen() {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| tracing::subscriber::set_global_default(Self).expect("it is the only one"));
    }

    fn note(&self, what: &str, record: impl FnOnce(&mut Line)) {
        let mut line = Line(what.to_owned());
        record(&mut line);
        LINES.with_borrow_mut(|lines| lines.push(line.0));
    }
}

impl Subscriber for Listener {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let metadata = span.metadata();
        self.note(&format!("span {} {}", metadata.target(), metadata.name()), |line| span.record(line));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        self.note("record", |line| values.record(line));
    }

    fn event(&self, event: &Event<'_>) {
        self.note(&format!("event {}", event.metadata().target()), |line| event.record(line));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// Sends the request with the markers and returns what the framework says, after a look at everything.
async fn lines_of(url: String) -> Vec<String> {
    lines_with(url, RetryPolicy::default()).await
}

async fn lines_with(url: String, retries: RetryPolicy) -> Vec<String> {
    Listener::listen();
    let client = Client::builder(url).username(USER).api_key(KEY).retries(retries).build().unwrap();
    let request = AutodialerGetCampaignIvrPollResults::new(CampaignId(CAMPAIGN)).s_reseller(UserId(RESELLER));
    let _ = client.send(&request).await;

    let hash = Hash::of([CAMPAIGN.to_string().as_str()], KEY);
    let (campaign, reseller) = (CAMPAIGN.to_string(), RESELLER.to_string());
    let lines = LINES.take();
    for line in &lines {
        for secret in [USER, KEY, ANSWER, hash.as_str(), &campaign, &reseller] {
            assert!(!line.contains(secret), "{secret} in {line}");
        }
    }
    // The HTTP stack has lines of its own.
    lines.into_iter().filter(|line| line.contains("mor_api") || line.starts_with("record")).collect()
}

fn expected(outcome: &str) -> [String; 3] {
    [
        format!("span mor_api::client mor_call function=\"{POLL}\" effect=\"read\""),
        format!("record outcome=\"{outcome}\""),
        format!("event mor_api::client message=call ended outcome=\"{outcome}\""),
    ]
}

#[tokio::test]
async fn a_success() {
    let simulator = simulator();
    let xml =
        format!("<page><status><ivr_poll_results_string>{ANSWER}</ivr_poll_results_string></status></page>");
    simulator.on(POLL).respond(Answer::xml(xml));
    assert_eq!(lines_of(simulator.url()).await, expected("ok"));
}

#[tokio::test]
async fn a_refusal() {
    let simulator = simulator();
    simulator.on(POLL).respond(Answer::error("page/status/error", ANSWER));
    assert_eq!(lines_of(simulator.url()).await, expected("refused"));
}

#[tokio::test]
async fn answers_that_are_none() {
    let simulator = simulator();
    simulator.on(POLL).fail(Fault::HtmlPage);
    assert_eq!(lines_of(simulator.url()).await, expected("unexpected answer"));
    simulator.on(POLL).respond(Answer::xml(format!("<{ANSWER}>{ANSWER}</{ANSWER}>")));
    assert_eq!(lines_of(simulator.url()).await, expected("undecodable answer"));
}

#[tokio::test]
async fn a_connection_that_is_refused() {
    let lines = lines_of(deserted_url()).await;
    let (tries, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.contains("trying again"));
    assert_eq!(others, expected("transport error"));
    assert_eq!(tries.len(), 2);
    for (index, line) in tries.iter().enumerate() {
        let (failure, wait) = line.split_once(" wait=").unwrap();
        let count = index + 1;
        assert_eq!(
            failure,
            format!("event mor_api::client message=trying again failure=\"not sent\" tries={count}")
        );
        assert!(wait.ends_with('s'), "{wait}");
    }
}

#[tokio::test]
async fn a_budget_that_is_used_up() {
    let simulator = simulator();
    simulator.on(POLL).respond(Answer::text(ANSWER).with_status(503));
    let policy = RetryPolicy {
        budget: RetryBudget { capacity: 10, cost: 10, refund: 1 },
        base_delay: Duration::from_millis(1),
        ..RetryPolicy::default()
    };
    let lines = lines_with(simulator.url(), policy).await;
    assert!(lines[1].contains("trying again failure=\"HTTP status\" tries=1"), "{lines:?}");
    assert_eq!(
        lines[2],
        "event mor_api::client message=not tried again: too many calls fail, the retry budget is used \
         up failure=\"HTTP status\" tries=2"
    );
    assert_eq!(lines.len(), 5);
    assert_eq!(simulator.requests().len(), 2);
}
