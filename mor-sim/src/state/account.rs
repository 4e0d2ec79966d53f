//! An account: the admin, a reseller, a user.

use rust_decimal::Decimal;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use crate::hash::{Key, SecretKind};

/// An account of the billing system. `Debug` hides its password, key and uniquehash.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Id in the database; the admin has 0.
    pub id: u64,
    /// The value of the parameter `u`.
    pub username: String,
    /// The role, which decides the rights.
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
    /// First name.
    #[serde(default)]
    pub first_name: String,
    /// Last name.
    #[serde(default)]
    pub last_name: String,
    /// E-mail address; `user_register` refuses one that is in use.
    #[serde(default)]
    pub email: String,
    /// Balance in the one currency of the simulator. A seed file gives it as a string: `"26.50"`.
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
            first_name: String::new(),
            last_name: String::new(),
            email: String::new(),
            balance: Decimal::ZERO,
        }
    }

    /// Whether DIDs can belong to the account.
    pub(crate) fn owns_dids(&self) -> bool {
        matches!(self.role, Role::Admin | Role::Reseller)
    }

    /// First and last name, or the username if both are empty.
    pub(crate) fn display_name(&self) -> String {
        match format!("{} {}", self.first_name, self.last_name).trim() {
            "" => self.username.clone(),
            name => name.to_owned(),
        }
    }

    pub(super) fn secret(&self, kind: SecretKind) -> Option<Key<'_>> {
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

/// The role of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// The owner of the server.
    Admin,
    /// Sells to its own users; may have its own secret key.
    Reseller,
    /// A customer of the admin or of a reseller.
    User,
    /// Acts for the admin.
    Accountant,
    /// Brings resellers; key and settings come from the admin.
    Partner,
}
