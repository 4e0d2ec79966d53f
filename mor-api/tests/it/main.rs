//! The derive macros and the code that they call, from outside the crate: one binary, because each one is linked anew.

#![allow(clippy::panic, clippy::unwrap_used)] // in helpers of the tests

mod boxed;
mod fault;
mod from_xml;
// Public, so that `missing_docs` looks at what is generated in it.
pub mod hygiene;
mod param_set;
mod rows;
mod shape;
mod wire_enum;
