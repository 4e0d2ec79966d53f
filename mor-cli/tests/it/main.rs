//! The `mor` command as a process: what it prints, sends, writes and exits with.

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
