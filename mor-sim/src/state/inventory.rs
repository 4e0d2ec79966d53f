//! Devices and DIDs, and the IDs of what is created.

use super::{accounts::Accounts, device::Device, did::Did};

/// IDs of the first user, device and DID, as in the catalog's samples.
const FIRST_USER: u64 = 61;
const FIRST_DEVICE: u64 = 31;
const FIRST_DID: u64 = 9001;

/// The devices and DIDs of the server.
#[derive(Debug, Default)]
pub(crate) struct Inventory {
    pub(crate) devices: Vec<Device>,
    pub(crate) dids: Vec<Did>,
    /// Whether users, devices or DIDs were created, deleted, or given by the seed. Until then lists show the samples of
    /// the catalog.
    pub(crate) is_used: bool,
    /// IDs that were given last: the database does not use an ID again.
    last_user: u64,
    last_device: u64,
    last_did: u64,
}

impl Inventory {
    pub(crate) fn new(devices: Vec<Device>, dids: Vec<Did>) -> Self {
        let is_used = !devices.is_empty() || !dids.is_empty();
        Self { devices, dids, is_used, ..Self::default() }
    }

    pub(crate) fn next_user(&self, accounts: &Accounts) -> u64 {
        next(FIRST_USER, self.last_user, |id| accounts.by_id(id).is_some())
    }

    pub(crate) fn next_device(&self) -> u64 {
        next(FIRST_DEVICE, self.last_device, |id| self.device(id).is_some())
    }

    pub(crate) fn next_did(&self) -> u64 {
        next(FIRST_DID, self.last_did, |id| self.dids.iter().any(|did| did.id == id))
    }

    pub(crate) fn device(&self, id: u64) -> Option<&Device> {
        self.devices.iter().find(|device| device.id == id)
    }

    pub(crate) fn devices_of(&self, user_id: u64) -> impl Iterator<Item = &Device> {
        self.devices.iter().filter(move |device| device.user_id == user_id)
    }

    pub(crate) fn did(&self, number: &str) -> Option<&Did> {
        self.dids.iter().find(|did| did.number == number)
    }

    /// Notes that a user was created; the account itself is among the accounts.
    pub(crate) fn created_user(&mut self, id: u64) {
        (self.is_used, self.last_user) = (true, id);
    }

    pub(crate) fn add_device(&mut self, device: Device) {
        (self.is_used, self.last_device) = (true, device.id);
        self.devices.push(device);
    }

    pub(crate) fn add_did(&mut self, did: Did) {
        (self.is_used, self.last_did) = (true, did.id);
        self.dids.push(did);
    }

    /// Removes a device; its DIDs become free.
    pub(crate) fn remove_device(&mut self, id: u64) {
        self.is_used = true;
        self.devices.retain(|device| device.id != id);
        for did in self.dids.iter_mut().filter(|did| did.device_id == Some(id)) {
            did.device_id = None;
        }
    }

    /// Assigns a DID to a device, or takes it away.
    pub(crate) fn assign(&mut self, did: u64, device_id: Option<u64>) {
        self.is_used = true;
        for did in self.dids.iter_mut().filter(|known| known.id == did) {
            did.device_id = device_id;
            did.status = super::DidStatus::Free;
        }
    }
}

fn next(first: u64, last: u64, is_taken: impl Fn(u64) -> bool) -> u64 {
    let mut id = first.max(last.saturating_add(1));
    while is_taken(id) && id < u64::MAX {
        id += 1;
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_never_given_again() {
        let mut inventory = Inventory::new(vec![Device::new(31, 2)], Vec::new());
        assert_eq!(inventory.next_device(), 32);
        inventory.add_device(Device::new(32, 2));
        inventory.remove_device(32);
        assert_eq!(inventory.next_device(), 33);
        assert_eq!((inventory.next_user(&Accounts::default()), inventory.next_did()), (61, 9001));
    }
}
