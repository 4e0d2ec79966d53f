//! Contradictions between the tables of a seed.

use std::collections::HashSet;

use secrecy::ExposeSecret as _;

use super::Seed;
use crate::{
    catalog::Functions,
    state::{Account, Did, Role},
};

impl Seed {
    /// Refuses a seed that contradicts itself.
    pub(super) fn validate(&self) -> Result<(), String> {
        let mut names = HashSet::new();
        for account in &self.accounts {
            if !names.insert(account.username.as_str()) {
                return Err(format!("account `{}` occurs twice", account.username));
            }
        }
        let admins = self.accounts.iter().filter(|account| account.role == Role::Admin).count();
        if admins != 1 {
            return Err(format!("there must be one account with role = \"admin\", not {admins}"));
        }
        self.accounts.iter().try_for_each(|account| self.validate_account(account))?;

        let mut ids = HashSet::new();
        for campaign in &self.campaigns {
            if !ids.insert(campaign.id) {
                return Err(format!("campaign {} occurs twice", campaign.id));
            }
            if !names.contains(campaign.owner.as_str()) {
                return Err(format!(
                    "owner `{}` of campaign {} is not an account",
                    campaign.owner, campaign.id
                ));
            }
        }
        self.validate_inventory()?;
        self.validate_functions()
    }

    fn validate_inventory(&self) -> Result<(), String> {
        let (mut devices, mut numbers, mut dids) = (HashSet::new(), HashSet::new(), HashSet::new());
        for device in &self.devices {
            if !devices.insert(device.id) {
                return Err(format!("device {} occurs twice", device.id));
            }
            if !self.accounts.iter().any(|account| account.id == device.user_id) {
                return Err(format!("user_id {} of device {} is not an account", device.user_id, device.id));
            }
        }
        for did in &self.dids {
            let Did { id, number, owner, device_id, .. } = did;
            if !dids.insert(id) || !numbers.insert(number) {
                return Err(format!("DID `{number}` or its id {id} occurs twice"));
            }
            if !self.accounts.iter().any(|account| account.username == *owner && account.owns_dids()) {
                return Err(format!("owner `{owner}` of DID `{number}` is neither the admin nor a reseller"));
            }
            if let Some(device) = device_id.filter(|device| !devices.contains(device)) {
                return Err(format!("device_id {device} of DID `{number}` is not a device"));
            }
        }
        Ok(())
    }

    /// Compares the names of functions with the catalog and the functions of the seed itself.
    fn validate_functions(&self) -> Result<(), String> {
        let mut functions = Functions::default();
        for function in &self.functions {
            functions.add(function.clone()).map_err(|error| error.to_string())?;
        }
        for order in &self.faults {
            functions.current_name(&order.function).map_err(|error| format!("fault: {error}"))?;
        }
        match self.chaos.clone().map(|chaos| chaos.resolve(&functions)) {
            Some(Err(error)) => Err(format!("chaos: {error}")),
            _ => Ok(()),
        }
    }

    fn validate_account(&self, account: &Account) -> Result<(), String> {
        let name = &account.username;
        let owner =
            account.owner.as_deref().and_then(|owner| self.accounts.iter().find(|a| a.username == owner));
        match owner.map(|owner| owner.role) {
            None if account.role == Role::Admin && account.owner.is_none() => {}
            Some(Role::Admin | Role::Reseller | Role::Partner) if account.role != Role::Admin => {}
            _ => {
                return Err(format!("owner of account `{name}` must be the admin, a reseller or a partner"));
            }
        }
        // The server refuses to switch the API on with a shorter one.
        match &account.key {
            Some(key) if key.expose_secret().len() < 6 => {
                Err(format!("key of account `{name}` must have at least 6 characters"))
            }
            _ => Ok(()),
        }
    }
}
