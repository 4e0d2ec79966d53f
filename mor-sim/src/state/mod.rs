//! The state of the simulated server: accounts, campaigns, payments, the ledger, and what a test ordered.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

mod account;
mod accounts;
mod campaign;
mod ledger;
mod payments;
mod seed;
mod settings;

pub use account::{Account, Role};
pub(crate) use accounts::Accounts;
pub use campaign::Campaign;
pub(crate) use ledger::Ledger;
pub use ledger::{Change, LedgerEntry, Reply};
pub(crate) use payments::{Payment, Payments, decimal};
pub use seed::{Seed, SeedError};
pub use settings::Settings;

use crate::{
    http::{Params, Request},
    script::{Action, Chaos, Recorder, Replay, Rules},
};

#[derive(Debug, Default)]
pub(crate) struct ServerState {
    pub(crate) settings: Settings,
    pub(crate) accounts: Accounts,
    pub(crate) campaigns: Vec<Campaign>,
    pub(crate) payments: Payments,
    /// How many short messages were sent.
    pub(crate) messages: u64,
    pub(crate) ledger: Ledger,
    pub(crate) rules: Rules,
    pub(crate) chaos: Option<Chaos>,
    pub(crate) replay: Replay,
    pub(crate) recorder: Option<Recorder>,
    pub(crate) requests: Vec<Request>,
    /// How many requests came, since the start and to each function.
    received: u64,
    received_by: HashMap<String, u64>,
}

impl ServerState {
    pub(crate) fn new(seed: Seed, settings: Settings) -> Self {
        let mut state = Self {
            settings,
            accounts: Accounts(seed.accounts),
            campaigns: seed.campaigns,
            chaos: seed.chaos,
            ..Self::default()
        };
        for order in seed.faults {
            state.rules.order(order);
        }
        state
    }

    /// A test that panicked in a closure of its own must not take the others down, so poisoning is ignored.
    pub(crate) fn lock(state: &Mutex<Self>) -> MutexGuard<'_, Self> {
        state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Carries out what a function decided.
    pub(crate) fn apply(&mut self, change: &Change, params: &Params) {
        match *change {
            Change::Payment { user_id, amount, .. } => {
                self.payments.book(user_id, amount, params, &mut self.accounts);
            }
            Change::Balance { user_id, amount } => {
                let _ = self.accounts.credit(user_id, amount);
            }
            Change::Sms { .. } => self.messages += 1,
            Change::Campaign { .. } | Change::Sample => {}
        }
    }

    /// The number of a request that is arriving.
    pub(crate) fn count(&mut self) -> u64 {
        self.received += 1;
        self.received
    }

    /// What is to happen to a request: what a test ordered goes before chance.
    pub(crate) fn plan(&mut self, function: &str) -> Option<Action> {
        if function.is_empty() {
            return None;
        }
        let count = self.received_by.entry(function.to_owned()).or_default();
        let earlier = *count;
        *count += 1;
        self.rules.next(function).or_else(|| {
            let fault = self.chaos.as_ref()?.fault(function, earlier)?;
            Some(Action::Fail(fault.clone()))
        })
    }
}
