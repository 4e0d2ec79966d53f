//! Everything the simulated server knows.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{
    accounts::Accounts, campaign::Campaign, request::Request, rules::Rules, seed::Seed, settings::Settings,
};

#[derive(Debug, Default)]
pub(crate) struct World {
    pub(crate) settings: Settings,
    pub(crate) accounts: Accounts,
    pub(crate) campaigns: Vec<Campaign>,
    pub(crate) rules: Rules,
    pub(crate) requests: Vec<Request>,
}

impl World {
    pub(crate) fn new(seed: Seed, settings: Settings) -> Self {
        Self { settings, accounts: Accounts(seed.accounts), campaigns: seed.campaigns, ..Self::default() }
    }

    /// A test that panicked in a closure of its own must not take the others down, so poisoning is ignored.
    pub(crate) fn lock(world: &Mutex<Self>) -> MutexGuard<'_, Self> {
        world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
