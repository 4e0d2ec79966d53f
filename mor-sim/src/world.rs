//! Everything the simulated server knows.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::{
    accounts::Accounts,
    books::Books,
    campaign::Campaign,
    chaos::Chaos,
    ledger::Ledger,
    recording::Recorder,
    replay::Replay,
    request::Request,
    rules::{Action, Rules},
    seed::Seed,
    settings::Settings,
};

#[derive(Debug, Default)]
pub(crate) struct World {
    pub(crate) settings: Settings,
    pub(crate) accounts: Accounts,
    pub(crate) campaigns: Vec<Campaign>,
    pub(crate) books: Books,
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

impl World {
    pub(crate) fn new(seed: Seed, settings: Settings) -> Self {
        let mut world = Self {
            settings,
            accounts: Accounts(seed.accounts),
            campaigns: seed.campaigns,
            chaos: seed.chaos,
            ..Self::default()
        };
        for order in seed.faults {
            world.rules.order(order);
        }
        world
    }

    /// A test that panicked in a closure of its own must not take the others down, so poisoning is ignored.
    pub(crate) fn lock(world: &Mutex<Self>) -> MutexGuard<'_, Self> {
        world.lock().unwrap_or_else(PoisonError::into_inner)
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
