//! The endpoints against the catalog: two statements of the same facts, made independently, that have to agree.
//!
//! Every check runs over all functions and lists all disagreements at once. `CONFORMANCE_GROUP=lcr` limits them to one
//! group while its endpoints are written.

mod docs;
mod elements;
mod exceptions;
mod faults;
mod files;
mod http;
mod identifiers;
mod lists;
mod pages;
mod presence;
mod samples;
mod shapes;
mod specs;
mod support;
mod table;
mod vectors;
mod verify;
