//! A simulator of the Kolmisoft MOR billing API, for tests of clients: real HTTP on the loopback address, faults on
//! demand, and a ledger of what was executed.
//!
//! # Your own project against it
//!
//! ```
//! use mor_api::Client;
//! use mor_endpoints::{UserId, payment::PaymentCreate};
//! use mor_sim::{Decimal, Fault, Simulator};
//!
//! let sim = Simulator::start()?; // listens on sim.url() until it is dropped
//! let client = Client::builder(sim.url()).username("admin").api_key("secret").build_blocking()?;
//! sim.on("payment_create").fail(Fault::ResetAfterCommit).times(1);
//!
//! let payment = PaymentCreate::new(UserId(2), "EUR", Decimal::TEN).transaction("order-17");
//! let error = client.send(&payment).unwrap_err(); // in your tests: the code of yours that sends it
//!
//! assert!(error.outcome().is_unknown(), "the code must not take it for a failure, and not repeat it");
//! assert_eq!(sim.ledger().len(), 1, "it was booked, once");
//! assert_eq!(sim.account("some_user", |user| user.balance), Some(Decimal::from(36)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! - [`Simulator::on`] orders an answer or a [`Fault`] for a function, [`Simulator::chaos`] faults by chance that can be
//!   had again, [`Simulator::close_port`] an outage.
//! - [`Simulator::ledger`] lists the writes that were executed, whatever the client was told.
//! - [`Simulator::requests`] lists what was sent, without secrets, with the [`Verdict`] on each hash and a [`Remark`] on
//!   each other mistake; a refused hash is explained by how it was made instead ([`Verdict::diagnosis`]).
//! - [`Builder::record`] and [`Builder::replay`] write and answer recorded exchanges.
//!
//! # What it does
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
//! A request that passes is answered by the catalog's first success sample, but where there is a state: the campaigns of
//! the auto-dialer, logging in, the settings, and money. `payment_create` and `user_balance_update` move the balance of an
//! [`Account`], which `user_balance_get` tells; `payments_get` lists what was booked, by its filters, and the catalog's sample
//! as long as nothing was and no filter is given; `sms_send` counts its messages. There are no taxes, one currency under
//! all names, and no confirmation by an admin. Nothing recognises a repeated request: as on a MOR server, what is sent
//! twice is done twice. A missing required parameter is never a success: it is answered by the documented error
//! that names it or its absence, else by the function's first error about no other parameter, else by `Access Denied`;
//! the sources do not say which it is. Two more answers are the simulator's choice: a body over 16 MiB gets status 413, and a broken multipart
//! body status 400, both with an HTML page. What only the simulator can say (no sample is known, a scripted answer is
//! no HTTP) comes with status 501 and begins with `mor-sim:`.
//!
//! [`Simulator::url`] itself is a page for people: the last requests with a diagnosis of each refused hash, settings and
//! accounts, and the functions of the catalog. It needs no scripts, shows no secrets, and is not recorded;
//! `?refresh=5` reloads it every five seconds.

mod http;

mod dispatch;
mod hash;
mod redact;
mod remark;

mod functions;
mod script;
mod state;

pub mod catalog;
mod page;
mod simulator;
pub mod suggest;

pub use hash::{Deviation, Diagnosis, HashCheck, NotChecked, SecretKind, Verdict};
pub use http::{Answer, RawRequest, Request, UploadedFile};
pub use remark::Remark;
pub use rust_decimal::Decimal;
pub use script::{Chaos, Exchange, Fault, FaultOrder, On, Recording, Rule};
pub use simulator::{Builder, Simulator};
pub use state::{
    Account, Campaign, Change, Device, Did, DidStatus, LedgerEntry, Reply, Role, Seed, SeedError, Settings,
};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
