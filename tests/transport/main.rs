//! Where requests go and where they do not: plain http for this machine alone, redirects followed by nobody.

#[path = "../support/mod.rs"]
mod support;

mod loopback;
mod redirects;
