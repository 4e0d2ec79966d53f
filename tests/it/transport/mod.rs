//! Where requests go and where they do not: plain http for this machine alone, redirects followed by nobody.

mod loopback;
mod redirects;
