//! What the simulator knows at the start, from a TOML file or built in code.

use std::{collections::HashSet, fmt};

use secrecy::ExposeSecret;
use serde::Deserialize;

use super::{
    account::{Account, Role},
    campaign::Campaign,
};
use crate::script::{Chaos, ChaosTable, FaultOrder};

const DEFAULT: &str = include_str!("../../seeds/default.toml");

/// Accounts and campaigns to start with, and what is to go wrong.
///
/// `Seed::default()` has `admin` (key `secret`), `reseller` (key `abcdefghijkl`), `accountant` (without the
/// auto-dialer), `some_user` and `user_reseller`, and six campaigns.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    /// The accounts. Exactly one of them is the admin.
    #[serde(rename = "account")]
    pub accounts: Vec<Account>,
    /// The auto-dialer campaigns.
    #[serde(rename = "campaign", default)]
    pub campaigns: Vec<Campaign>,
    /// What is to go wrong with which function.
    #[serde(rename = "fault", default)]
    pub faults: Vec<FaultOrder>,
    /// What is to go wrong by chance.
    #[serde(default, deserialize_with = "ChaosTable::read")]
    pub chaos: Option<Chaos>,
}

impl Default for Seed {
    #[expect(clippy::expect_used, reason = "the file is embedded, and a test parses it")]
    fn default() -> Self {
        Self::from_toml(DEFAULT).expect("the default seed is valid")
    }
}

impl Seed {
    /// Reads a seed file: tables `[[account]]` and `[[campaign]]` with the fields of [`Account`] and [`Campaign`],
    /// tables `[[fault]]` like [`Simulator::on`](crate::Simulator::on), and one table `[chaos]` like [`Chaos`].
    ///
    /// The names of faults are those of [`Fault`](crate::Fault) in small letters; times are texts such as `"20ms"` and
    /// `"1.5s"`.
    ///
    /// ```
    /// let seed = mor_sim::Seed::from_toml(r#"
    /// [[account]]
    /// id = 0
    /// username = "admin"
    /// role = "admin"
    /// key = "secret"
    ///
    /// [[fault]]
    /// function = "payment_create"
    /// fault = "reset_after_commit"
    /// times = 2                       # without it: every time
    ///
    /// [[fault]]
    /// function = "users_get"
    /// fault = { slow_drip = { bytes = 16, every = "20ms" } }
    ///
    /// [chaos]
    /// seed = 42
    /// faults = [{ fault = "hang", share = 0.01 }, { fault = { delay = "200ms" }, share = 0.1 }]
    /// "#)?;
    /// assert_eq!(seed.faults[0].fault, mor_sim::Fault::ResetAfterCommit);
    /// # Ok::<(), mor_sim::SeedError>(())
    /// ```
    pub fn from_toml(text: &str) -> Result<Self, SeedError> {
        let seed: Self = toml::from_str(text).map_err(|error| SeedError {
            line: error.span().map(|span| line_of(text, span.start)),
            message: error.message().to_owned(),
        })?;
        seed.validate().map_err(|message| SeedError { line: None, message })?;
        Ok(seed)
    }

    fn validate(&self) -> Result<(), String> {
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
                return Err(format!("owner `{}` of campaign {} is no account", campaign.owner, campaign.id));
            }
        }
        Ok(())
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

fn line_of(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}

/// What is wrong with a seed file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeedError {
    line: Option<usize>,
    message: String,
}

impl SeedError {
    /// Line of the mistake, counted from 1, where it has a single place.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }
}

impl fmt::Display for SeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for SeedError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_refused(change: (&str, &str), line: Option<usize>, message: &str) {
        let text = DEFAULT.replacen(change.0, change.1, 1);
        assert_ne!(text, DEFAULT, "nothing was changed");
        let error = Seed::from_toml(&text).unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
        assert_eq!(error.line(), line, "{error}");
    }

    #[test]
    fn the_default_seed_has_the_documented_campaigns() {
        let seed = Seed::default();
        let poll = &seed.campaigns[1].poll_results;
        assert_eq!(poll, "1111\n2222,2020-01-01 01:01:01,2090-12-31 23:59:59");
        assert!(seed.campaigns[2].has_numbers() && seed.campaigns[2].poll_results.is_empty());
        assert!(!seed.campaigns[3].has_numbers());
    }

    #[test]
    fn a_misspelt_key_is_named_with_its_line() {
        assert_refused(("role = \"admin\"", "rol = \"admin\""), Some(6), "unknown field `rol`");
    }

    #[test]
    fn a_value_of_the_wrong_type_is_named_with_its_line() {
        assert_refused(("id = 0", "id = \"zero\""), Some(4), "invalid type");
    }

    #[test]
    fn contradictions_between_the_tables_are_refused() {
        assert_refused(
            ("username = \"accountant\"", "username = \"admin\""),
            None,
            "account `admin` occurs twice",
        );
        assert_refused(("role = \"admin\"", "role = \"user\""), None, "not 0");
        assert_refused(("owner = \"reseller\"", "owner = \"nobody\""), None, "`user_reseller`");
        assert_refused(("owner = \"some_user\"", "owner = \"nobody\""), None, "campaign 1 is no account");
        assert_refused(("id = 4\nname", "id = 3\nname"), None, "campaign 3 occurs twice");
        assert_refused(("key = \"secret\"", "key = \"short\""), None, "at least 6");
    }
}
