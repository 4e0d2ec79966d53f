//! Soak: thousands of concurrent reads and writes through a simulator that fails in every way it can, then the client's
//! reports and the server's ledger side by side.
//!
//! ```sh
//! cargo test -p mor-tests soak -- --nocapture                      # 3000 calls, four seeds
//! SOAK_CALLS=200000 cargo test -p mor-tests soak -- --nocapture    # the long run
//! SOAK_SEED=17 SOAK_CALLS=750 cargo test -p mor-tests soak         # one round again
//! ```

mod audit;
mod calls;
mod lies;
mod round;
mod table;

use std::fmt::Write as _;

use crate::soak::audit::violations;
use crate::soak::round::{Round, run};
use crate::soak::table::Table;

/// Without `SOAK_CALLS`.
const CALLS: u64 = 3000;

/// Calls of one round, which has a seed and a simulator of its own.
const CALLS_OF_ROUND: u64 = 750;

fn number(variable: &str, default: u64) -> u64 {
    match std::env::var(variable) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{variable}={text} is no number")),
        Err(_) => default,
    }
}

#[test]
fn what_the_client_reports_is_what_the_server_did() {
    let (calls, first_seed) = (number("SOAK_CALLS", CALLS), number("SOAK_SEED", 1));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let mut table = Table::default();
    let (mut done, mut seed) = (0, first_seed);
    while done < calls {
        let count = CALLS_OF_ROUND.min(calls - done);
        let round = runtime.block_on(run(seed, count));
        assert_holds(&round);
        table.add(&round);
        done += count;
        seed += 1;
    }
    println!("{calls} calls, seeds {first_seed} to {}\n\n{table}", seed - 1);
    // Fewer calls may miss what is rare.
    if calls >= CALLS {
        assert_eq!(table.missing(), Vec::<String>::new(), "the run proves less than it is meant to");
    }
}

#[track_caller]
fn assert_holds(round: &Round) {
    let violations = violations(round);
    let mut text = String::new();
    for violation in violations.iter().take(20) {
        let _ = writeln!(text, "  {violation}");
    }
    let (seed, calls) = (round.seed, round.reports.len());
    assert!(
        violations.is_empty(),
        "{} contradictions between client and ledger; again: SOAK_SEED={seed} SOAK_CALLS={calls} \
         cargo test -p mor-tests soak\n{text}",
        violations.len()
    );
}
