//! Calls that change something: nothing is sent for an answer that cannot be written, nothing is changed without a
//! yes, and what became of the call is always reported. The simulator's ledger says what was executed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // in helpers of the tests

mod output;
mod partial;
mod raw;
mod secrets;
#[cfg(unix)]
mod signals;

use assert_cmd::Command;
use mor_sim::Simulator;

/// A call that moves the balance by 1.
const PAY: [&str; 5] = ["call", "user_balance_update", "user_id=2", "balance=1", "--yes"];

/// `mor` as the admin, who may change something.
fn with(simulator: &Simulator) -> Command {
    let mut command = crate::support::with(simulator);
    command.env("MOR_USERNAME", "admin");
    command
}

/// The arguments with more of them.
fn and<'a>(arguments: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [arguments, more].concat()
}

/// How often the balance was moved, and that it is where it should be then.
#[track_caller]
fn booked(simulator: &Simulator) -> usize {
    let balance = simulator.account("some_user", |account| account.balance.to_string()).unwrap();
    let entries = simulator.ledger();
    assert!(entries.iter().all(|entry| entry.function == "user_balance_update"), "{entries:?}");
    assert_eq!(balance.trim_end_matches('0').trim_end_matches('.'), (26 + entries.len()).to_string());
    entries.len()
}
