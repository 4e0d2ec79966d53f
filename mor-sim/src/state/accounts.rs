//! The accounts that may call, and whose secret key counts for each of them.

use rust_decimal::Decimal;
use secrecy::{ExposeSecret, SecretString};

use super::{
    account::{Account, Role},
    settings::Settings,
};
use crate::hash::{Key, SecretKind};

/// All accounts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Accounts(pub(crate) Vec<Account>);

impl Accounts {
    pub(crate) fn find(&self, username: &str) -> Option<&Account> {
        self.0.iter().find(|account| account.username == username)
    }

    pub(crate) fn find_mut(&mut self, username: &str) -> Option<&mut Account> {
        self.0.iter_mut().find(|account| account.username == username)
    }

    pub(crate) fn by_id(&self, id: u64) -> Option<&Account> {
        self.0.iter().find(|account| account.id == id)
    }

    /// The account a caller stands for: an accountant acts for the admin.
    pub(crate) fn acting<'a>(&'a self, caller: &'a Account) -> &'a Account {
        match caller.role {
            Role::Accountant => self.admin().unwrap_or(caller),
            Role::Admin | Role::Reseller | Role::User | Role::Partner => caller,
        }
    }

    /// The account with this id, if it belongs to the one the caller stands for.
    pub(crate) fn owned_by(&self, caller: &Account, id: u64) -> Option<&Account> {
        let owner = &self.acting(caller).username;
        self.by_id(id).filter(|account| account.owner.as_ref() == Some(owner))
    }

    /// Moves a balance, and returns whose it is and what it was. One that leaves the range of a number stays at its end.
    pub(crate) fn credit(&mut self, id: u64, amount: Decimal) -> Option<(String, Decimal)> {
        let account = self.0.iter_mut().find(|account| account.id == id)?;
        let before = account.balance;
        account.balance = before.saturating_add(amount);
        Some((account.username.clone(), before))
    }

    pub(crate) fn by_uniquehash(&self, uniquehash: &str) -> Option<&Account> {
        self.0.iter().find(|account| account.has_uniquehash(uniquehash))
    }

    pub(crate) fn admin(&self) -> Option<&Account> {
        self.0.iter().find(|account| account.role == Role::Admin)
    }

    /// The accounts whose keys are accepted from this caller: for a reseller its own and the admin's, each if its owner
    /// allows API requests; for all others the key of their owner.
    fn key_owners(&self, caller: &Account, settings: &Settings) -> Vec<&Account> {
        let owner = match caller.role {
            Role::Reseller => Some(caller.username.as_str()),
            Role::User => caller.owner.as_deref(),
            Role::Admin | Role::Accountant | Role::Partner => None,
        };
        let reseller = owner.and_then(|name| self.find(name)).filter(|owner| owner.role == Role::Reseller);
        let needs_admin = reseller.is_none() || caller.role == Role::Reseller;
        let admin = self.admin().filter(|_| needs_admin && settings.allow_api);
        reseller.filter(|reseller| reseller.allow_api).into_iter().chain(admin).collect()
    }

    /// Whether API requests of this caller are let in at all.
    pub(crate) fn lets_in(&self, caller: &Account, settings: &Settings) -> bool {
        !self.key_owners(caller, settings).is_empty()
    }

    /// The keys that are accepted from this caller.
    pub(crate) fn keys(&self, caller: &Account, settings: &Settings) -> Vec<Key<'_>> {
        self.key_owners(caller, settings)
            .into_iter()
            .filter_map(|owner| owner.secret(SecretKind::Key))
            .collect()
    }

    /// Every secret of every account but these keys; keys first, for they are the likeliest to be mixed up.
    pub(crate) fn secrets_but(&self, keys: &[Key<'_>]) -> Vec<(SecretKind, Key<'_>)> {
        let is_other = |kind, key: &Key<'_>| {
            kind != SecretKind::Key || keys.iter().all(|known| known.owner != key.owner)
        };
        [SecretKind::Key, SecretKind::Password, SecretKind::Uniquehash]
            .into_iter()
            .flat_map(|kind| self.0.iter().filter_map(move |account| Some((kind, account.secret(kind)?))))
            .filter(|(kind, key)| is_other(*kind, key))
            .collect()
    }

    /// The account whose key this is.
    pub(crate) fn owner_of_key(&self, text: &str) -> Option<&str> {
        let is_key = |key: &SecretString| key.expose_secret() == text;
        let owner = self.0.iter().find(|account| account.key.as_ref().is_some_and(is_key))?;
        Some(&owner.username)
    }

    /// Every key, password and uniquehash.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .flat_map(|account| [&account.key, &account.password, &account.uniquehash])
            .filter_map(|secret| secret.as_ref().map(SecretString::expose_secret))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Seed;

    fn owners(username: &str, change: impl FnOnce(&mut Accounts, &mut Settings)) -> Vec<String> {
        let (mut accounts, mut settings) = (Accounts(Seed::default().accounts), Settings::default());
        change(&mut accounts, &mut settings);
        let caller = accounts.find(username).unwrap();
        accounts.keys(caller, &settings).into_iter().map(|key| key.owner.to_owned()).collect()
    }

    fn unchanged(_: &mut Accounts, _: &mut Settings) {}

    #[test]
    fn everybody_of_the_admin_uses_the_admin_key() {
        for username in ["admin", "accountant", "some_user"] {
            assert_eq!(owners(username, unchanged), ["admin"], "{username}");
        }
    }

    #[test]
    fn a_reseller_may_use_his_own_key_or_the_admin_key_and_his_users_only_his() {
        assert_eq!(owners("reseller", unchanged), ["reseller", "admin"]);
        assert_eq!(owners("user_reseller", unchanged), ["reseller"]);
    }

    #[test]
    fn a_key_counts_only_while_its_owner_lets_api_requests_in() {
        assert_eq!(owners("reseller", |_, settings| settings.allow_api = false), ["reseller"]);
        let off = |accounts: &mut Accounts, _: &mut Settings| {
            accounts.find_mut("reseller").unwrap().allow_api = false;
        };
        assert_eq!(owners("reseller", off), ["admin"]);
        assert!(owners("user_reseller", off).is_empty());
    }

    #[test]
    fn secrets_are_not_printed() {
        let printed = format!("{:?}", Seed::default());
        for secret in ["\"secret\"", "abcdefghijkl", "admin1"] {
            assert!(!printed.contains(secret), "{secret} in {printed}");
        }
    }
}
