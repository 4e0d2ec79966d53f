//! Recognisable secrets are planted in requests and answers, and looked for in everything that is meant for people or
//! logs: `Debug`, `Display`, error chains, panics, explanations, the recorded requests of the test kit, and what the
//! framework and the libraries below it say to `tracing` and `log` at their finest level.
//!
//! A test crate of its own: who listens is set once for a process.

#[path = "../it/conformance/exceptions.rs"]
#[allow(dead_code, reason = "a part of them is needed here")]
mod exceptions;
#[path = "../it/support/mod.rs"]
mod support;

mod answers;
mod calls;
mod listener;
mod planted;
mod registry;
mod threat_model;
mod wire;
