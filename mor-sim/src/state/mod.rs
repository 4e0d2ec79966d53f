//! The state of the simulated server: accounts, campaigns, payments, the ledger, and what a test ordered.

mod account;
mod accounts;
mod campaign;
mod device;
mod did;
mod inventory;
mod ledger;
mod payments;
mod seed;
mod settings;

pub use account::{Account, Role};
pub(crate) use accounts::Accounts;
pub use campaign::Campaign;
pub use device::Device;
pub use did::{Did, DidStatus};
pub(crate) use inventory::Inventory;
pub(crate) use ledger::Ledger;
pub use ledger::{Change, LedgerEntry, Reply};
pub(crate) use payments::{Payment, Payments, decimal};
pub(crate) use seed::line_of;
pub use seed::{Seed, SeedError};
pub use settings::Settings;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::{
    catalog::{Function, FunctionError, Functions},
    http::Request,
    script::{Action, Chaos, Recorder, Replay, Rules},
};

/// What the closures of the tests and the handler of the requests share.
#[derive(Debug, Default)]
pub(crate) struct ServerState {
    pub(crate) settings: Settings,
    /// Shared, so that a description can be used while the state changes.
    pub(crate) functions: Arc<Functions>,
    pub(crate) accounts: Accounts,
    pub(crate) campaigns: Vec<Campaign>,
    pub(crate) inventory: Inventory,
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
    /// The state at the start. The functions that were added in code come before those of the seed.
    pub(crate) fn new(seed: Seed, settings: Settings, added: Vec<Function>) -> Result<Self, SeedError> {
        let mut state = Self {
            settings,
            accounts: Accounts(seed.accounts),
            campaigns: seed.campaigns,
            inventory: Inventory::new(seed.devices, seed.dids),
            ..Self::default()
        };
        for function in added.into_iter().chain(seed.functions) {
            state.add_function(function).map_err(SeedError::new)?;
        }
        for order in seed.faults {
            state.rules.order(order, &state.functions).map_err(SeedError::new)?;
        }
        let chaos = seed.chaos.map(|chaos| chaos.resolve(&state.functions));
        state.chaos = chaos.transpose().map_err(SeedError::new)?;
        Ok(state)
    }

    pub(crate) fn add_function(&mut self, function: Function) -> Result<(), FunctionError> {
        Arc::make_mut(&mut self.functions).add(function)
    }

    /// Locks the state. A test that panics in its closure must not affect the others, so poisoning is ignored.
    pub(crate) fn lock(state: &Mutex<Self>) -> MutexGuard<'_, Self> {
        state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts an arriving request and returns its number.
    pub(crate) fn count(&mut self) -> u64 {
        self.received += 1;
        self.received
    }

    /// Chooses what happens to a request: an order of the test takes precedence over chance.
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
