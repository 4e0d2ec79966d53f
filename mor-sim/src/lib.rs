//! A simulator of the Kolmisoft MOR billing API, for tests of clients: real HTTP on the loopback address, faults on
//! demand, and a ledger of the executed writes.
//!
//! # Testing your project
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
//! let error = client.send(&payment).unwrap_err(); // in your tests: your code that sends it
//!
//! assert!(error.outcome().is_unknown(), "your code must neither report a failure nor repeat it");
//! assert_eq!(sim.ledger().len(), 1, "it was booked, once");
//! assert_eq!(sim.account("some_user", |user| user.balance), Some(Decimal::from(36)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! - [`Simulator::on`] orders a response or a [`Fault`] for a function, [`Simulator::chaos`] reproducible faults by chance,
//!   [`Simulator::close_port`] an outage.
//! - [`Simulator::ledger`] lists the writes that were executed, whatever response the client received.
//! - [`Simulator::requests`] lists the received requests, without secrets, with the [`Verdict`] on each hash and a
//!   [`Remark`] on each other mistake. [`Verdict::diagnosis`] explains how a refused hash was made.
//! - [`Builder::record`] and [`Builder::replay`] write recordings and answer from them.
//! - [`Builder::function`] adds a function that is not in the catalog.
//!
//! # What it does
//!
//! The simulator works on a [catalog] of facts about some 150 functions. It checks the hash of every request by rules
//! written from that catalog alone, so it does not share mistakes with the client under test. Where servers of different
//! versions disagree, it behaves like MOR X8:
//!
//! - The parameter `u` identifies the caller (`user_balance_get`: `username`; `user_register`: the uniquehash in `id`). For
//!   an unknown caller neither settings nor hash are checked; the function sends its own refusal.
//! - A known caller passes three checks: API requests are enabled, GET is enabled, the hash is correct.
//! - A reseller may use its own key or the admin's key; the users of a reseller use the reseller's key; all others use the
//!   admin's key.
//! - Functions of the global hash list hash every parameter of the list that is sent. Functions known from the vendor's
//!   wiki only, those that X8 reworked, and added functions hash the parameters that their description names.
//!
//! A request that passes the checks is answered by the first success sample of the catalog, except for the functions with a
//! state:
//!
//! - Auto-dialer: campaigns are started, stopped, filled and read.
//! - Money: `payment_create` and `user_balance_update` change the balance of an [`Account`], which `user_balance_get`
//!   returns. `payments_get` lists the booked payments, by its filters. There are no taxes, one currency under all names,
//!   and no confirmation by an admin. `sms_send` counts its messages.
//! - Provisioning: `user_register`, `user_delete`, `device_create`, `device_delete`, `did_create`, `did_device_assign` and
//!   `did_device_unassign` create, delete and connect accounts, [devices](Device) and [DIDs](Did). Usernames, e-mail
//!   addresses, PINs and DID numbers are unique; a caller manages its own users, devices and DIDs only; a DID that is
//!   assigned is not free. The second of two equal requests therefore gets the documented refusal.
//! - `user_login` checks the password.
//!
//! `users_get`, `devices_get`, `dids_get` and `payments_get` return the catalog's sample as long as there is nothing to
//! list: until a user, device or DID was created, deleted or given by the seed, or a payment was booked. The other reads,
//! such as `device_details_get`, always return the sample.
//!
//! As on a MOR server, a repeated request is not recognised: a payment that is sent twice is booked twice.
//!
//! # Choices of the simulator
//!
//! The sources do not describe these cases; another server may behave differently:
//!
//! - A missing required parameter is never a success. The response is the documented error that names the parameter or its
//!   absence, or else the function's first error about no other parameter, or else `Access Denied`.
//! - There are no providers, device groups, LCRs, tariffs, locations, password rules and default users: every ID of these
//!   is accepted. Names, passwords and PINs of new devices are derived from the ID, so they are the same in every run.
//! - Deleting a device frees its DIDs. Deleting a user deletes its devices; a reseller with users is not deleted.
//! - Only the admin gets new resellers and accountants; under another owner `user_register` creates a user.
//! - Assigning a DID to the device that already has it is refused, and so is assigning a closed one. A reserved one can be
//!   assigned.
//! - A body over 16 MiB gets status 413, a malformed multipart body status 400, both with an HTML page.
//! - What a MOR server would never send (no sample is known, a scripted response is not valid HTTP) has status 501, and its
//!   body begins with `mor-sim:`.
//!
//! # The page
//!
//! [`Simulator::url`] in a browser shows the last requests with a diagnosis of each refused hash, settings, accounts,
//! devices, DIDs and campaigns, and the functions. The page needs no scripts, shows no secrets, and is not recorded;
//! `?refresh=5` reloads it every five seconds.
//!
//! # Features
//!
//! - `spec`: converts the declaration of a `mor_api` endpoint into a [`Function`](catalog::Function). Off by default, so that
//!   the simulator shares no code with the client.

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
