//! The accounts that may call, and whose secret key counts for each of them.

use rust_decimal::Decimal;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use crate::{
    hash::{Key, SecretKind},
    settings::Settings,
};

/// An account of the billing system. `Debug` hides its password, key and uniquehash.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Id in the database; the admin has 0.
    pub id: u64,
    /// The value of the parameter `u`.
    pub username: String,
    /// What the account may do.
    pub role: Role,
    /// Username of the admin or reseller the account belongs to. The admin has none.
    pub owner: Option<String>,
    /// Password; a few functions check it as the parameter `p`.
    pub password: Option<SecretString>,
    /// API secret key, of the admin and of resellers.
    pub key: Option<SecretString>,
    /// Identifies the account in registration links.
    pub uniquehash: Option<SecretString>,
    /// A reseller's own "Allow API"; without meaning for other roles.
    #[serde(default = "enabled")]
    pub allow_api: bool,
    /// Whether the account may use the auto-dialer add-on.
    #[serde(default)]
    pub autodialer: bool,
    /// What the account has, in the one currency of the simulator. A seed file gives it as a text: `"26.50"`.
    #[serde(default, with = "rust_decimal::serde::str")]
    pub balance: Decimal,
}

fn enabled() -> bool {
    true
}

impl Account {
    /// An account owned by the admin, without password, key, add-on or money.
    #[must_use]
    pub fn new(id: u64, username: &str, role: Role) -> Self {
        Self {
            id,
            username: username.to_owned(),
            role,
            owner: (role != Role::Admin).then(|| "admin".to_owned()),
            password: None,
            key: None,
            uniquehash: None,
            allow_api: true,
            autodialer: false,
            balance: Decimal::ZERO,
        }
    }

    fn secret(&self, kind: SecretKind) -> Option<Key<'_>> {
        let secret = match kind {
            SecretKind::Key => &self.key,
            SecretKind::Password => &self.password,
            SecretKind::Uniquehash => &self.uniquehash,
        };
        Some(Key { owner: &self.username, secret: secret.as_ref()? })
    }

    pub(crate) fn has_password(&self, password: &str) -> bool {
        self.password.as_ref().is_some_and(|known| known.expose_secret() == password)
    }

    pub(crate) fn has_uniquehash(&self, uniquehash: &str) -> bool {
        self.uniquehash.as_ref().is_some_and(|known| known.expose_secret() == uniquehash)
    }
}

/// The part an account plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// The owner of the server.
    Admin,
    /// Sells to users of his own; may have a secret key of his own.
    Reseller,
    /// A customer of the admin or of a reseller.
    User,
    /// Acts for the admin.
    Accountant,
    /// Brings resellers; key and settings come from the admin.
    Partner,
}

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

    /// The accounts whose keys are accepted from this caller: those of a reseller are his own and the admin's, each
    /// if its owner lets API requests in; everybody else uses the key of his owner.
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
    use crate::seed::Seed;

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
