//! The simulator over real HTTP, its program and its page.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers belong to the tests"
)]

mod added_functions;
mod autodialer;
mod binary;
mod browser;
mod calls;
mod chaos;
mod connections;
mod every_function;
mod faults;
mod hash;
mod hash_recipes;
mod ledger;
mod lifecycle;
mod mistakes;
mod page;
mod provisioning;
mod recording;
mod replay;
mod support;
mod transport;
