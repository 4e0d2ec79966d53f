//! Tries: which calls are repeated, when, how often, and what is said about those that are not.

mod policy;
mod reads;
mod reused;
mod rows;
mod server;
mod time;
mod writes;

use std::time::Duration;

use mor_api::rust_decimal::Decimal;
use mor_api::{Client, ClientBuilder, RetryPolicy};
use mor_endpoints::UserId;
use mor_endpoints::payment::PaymentCreate;
use mor_sim::Simulator;

/// Waits that nobody notices.
const QUICK: RetryPolicy = RetryPolicy {
    base_delay: Duration::from_millis(2),
    max_tries: 3,
    max_delay: Duration::from_secs(2),
    deadline: Duration::from_secs(20),
    budget: mor_api::RetryBudget { capacity: 100, cost: 10, refund: 1 },
};

fn builder(simulator: &Simulator) -> ClientBuilder {
    crate::support::builder(simulator).retries(QUICK)
}

fn client(simulator: &Simulator) -> Client {
    builder(simulator).build().expect("the settings are right")
}

/// A function that changes something; the transaction says which call it was.
fn pay(transaction: &str) -> PaymentCreate {
    PaymentCreate::new(UserId(2), "EUR", Decimal::new(1000, 2)).transaction(transaction)
}
