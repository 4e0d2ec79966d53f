//! A simulator of the Kolmisoft MOR billing API, for tests of clients: real HTTP on the loopback address.
//!
//! It runs on a [catalog] of facts about some 150 functions and checks the hash of every request by rules written
//! from that catalog alone, so that it shares no mistake with the client under test. Where servers of different
//! versions disagree it behaves like MOR X8:
//!
//! - The caller is found by the parameter `u` (`user_balance_get`: by `username`; `user_register`: by the uniquehash
//!   in `id`). If he is unknown, neither settings nor hash are looked at; the function refuses him in its own words.
//! - A known caller passes three checks: API requests enabled, GET enabled, hash right.
//! - A reseller may use his own key or the admin's; his users use his; everybody else uses the admin's.
//! - Functions of the global hash list hash every parameter of the list that is sent. The ones known from the
//!   vendor's wiki only, and the ones X8 reworked, hash the parameters the catalog names.
//!
//! A request that passes is answered by the catalog's first success sample. Three things have a state: the campaigns
//! of the auto-dialer, logging in, and the settings. A missing required parameter is answered by the documented error
//! that mentions it, else by the function's first error of its own, else by `Access Denied`; the sources do not say
//! which it is. Two more answers are the simulator's choice: a body over 16 MiB gets status 413, and a broken multipart
//! body status 400, both with an HTML page. What only the simulator can say (no sample is known, a scripted answer is
//! no HTTP) comes with status 501 and begins with `mor-sim:`.
//!
//! [`Simulator::url`] itself is a page for people: the last requests with a diagnosis of each refused hash, settings and
//! accounts, and the functions of the catalog. It needs no scripts, shows no secrets, and is not recorded;
//! `?refresh=5` reloads it every five seconds.
//!
//! Every request is recorded with the verdict on its hash:
//!
//! ```
//! let sim = mor_sim::Simulator::start()?;
//! // ... let the client under test call sim.url() ...
//! assert!(sim.requests().is_empty());
//! # Ok::<(), std::io::Error>(())
//! ```

mod accounts;
mod answer;
mod books;
mod caller;
mod campaign;
pub mod catalog;
mod chaos;
mod connection;
mod dispatch;
mod door;
mod fault;
mod functions;
mod gate;
mod hash;
mod intake;
mod ledger;
mod page;
mod params;
mod receipt;
mod recording;
mod redact;
mod replay;
mod request;
mod response;
mod route;
mod rules;
mod seed;
mod seed_faults;
mod server;
mod settings;
mod simulator;
mod world;
mod xml;
mod zip;

pub use accounts::{Account, Role};
pub use answer::Answer;
pub use campaign::Campaign;
pub use chaos::Chaos;
pub use fault::Fault;
pub use hash::{Deviation, Diagnosis, HashCheck, NotChecked, Verdict};
pub use ledger::{Change, LedgerEntry, Reply};
pub use recording::{Exchange, Recording};
pub use request::{RawRequest, Request, UploadedFile};
pub use rules::{On, Rule};
pub use rust_decimal::Decimal;
pub use seed::{Seed, SeedError};
pub use seed_faults::FaultOrder;
pub use settings::Settings;
pub use simulator::{Builder, Simulator};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
