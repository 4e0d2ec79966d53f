//! The `mor` command as a process: what it prints, sends, writes and exits with.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)] // in helpers of the tests

mod config;
mod doctor;
mod export;
mod hash_recipes;
mod hashes;
mod offline;
mod online;
mod parse;
mod proxies;
mod requests;
mod scaffold;
mod secrets;
mod simulate;
mod support;
mod writes;
