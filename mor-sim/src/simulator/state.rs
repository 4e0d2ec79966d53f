//! Reading and changing the state of a running simulator.

use super::Simulator;
use crate::state::{Account, Campaign, Device, Did, ServerState, Settings};

impl Simulator {
    /// Reads or changes the settings.
    pub fn settings<R>(&self, change: impl FnOnce(&mut Settings) -> R) -> R {
        change(&mut ServerState::lock(&self.state).settings)
    }

    /// Reads or changes the account with this username; returns `None` if there is none.
    pub fn account<R>(&self, username: &str, change: impl FnOnce(&mut Account) -> R) -> Option<R> {
        ServerState::lock(&self.state).accounts.find_mut(username).map(change)
    }

    /// Adds an account, in place of one with the same username.
    pub fn add_account(&self, account: Account) {
        let mut state = ServerState::lock(&self.state);
        replace(&mut state.accounts.0, account, |account| account.username.clone());
    }

    /// Reads or changes the campaign with this ID; returns `None` if there is none.
    pub fn campaign<R>(&self, id: u64, change: impl FnOnce(&mut Campaign) -> R) -> Option<R> {
        ServerState::lock(&self.state).campaigns.iter_mut().find(|campaign| campaign.id == id).map(change)
    }

    /// Adds a campaign, in place of one with the same ID.
    pub fn add_campaign(&self, campaign: Campaign) {
        replace(&mut ServerState::lock(&self.state).campaigns, campaign, |campaign| campaign.id);
    }

    /// Reads or changes the device with this ID; returns `None` if there is none.
    pub fn device<R>(&self, id: u64, change: impl FnOnce(&mut Device) -> R) -> Option<R> {
        ServerState::lock(&self.state).inventory.devices.iter_mut().find(|device| device.id == id).map(change)
    }

    /// Adds a device, in place of one with the same ID.
    pub fn add_device(&self, device: Device) {
        let inventory = &mut ServerState::lock(&self.state).inventory;
        inventory.is_used = true;
        replace(&mut inventory.devices, device, |device| device.id);
    }

    /// Reads or changes the DID with this number; returns `None` if there is none.
    pub fn did<R>(&self, number: &str, change: impl FnOnce(&mut Did) -> R) -> Option<R> {
        ServerState::lock(&self.state).inventory.dids.iter_mut().find(|did| did.number == number).map(change)
    }

    /// Adds a DID, in place of one with the same number.
    pub fn add_did(&self, did: Did) {
        let inventory = &mut ServerState::lock(&self.state).inventory;
        inventory.is_used = true;
        replace(&mut inventory.dids, did, |did| did.number.clone());
    }
}

fn replace<T, K: PartialEq>(list: &mut Vec<T>, new: T, key: impl Fn(&T) -> K) {
    list.retain(|known| key(known) != key(&new));
    list.push(new);
}
