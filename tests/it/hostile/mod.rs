//! What a broken or hostile server may send: never a panic, never a hang, never a success that is none, and no more
//! memory than the caller allows. `docs/reliability.md` lists the findings.
//!
//! `HOSTILE_ALL=1` tries everything where otherwise a part is tried.

mod charsets;
mod cut;
mod documents;
mod flipped;
mod memory;
mod pages;
mod samples;
mod seeds;
mod targets;
mod wire;

/// Whether everything is to be tried.
fn all() -> bool {
    std::env::var_os("HOSTILE_ALL").is_some()
}
