//! The state of a simulator at the start, from a TOML file or built in code.

use std::{collections::HashSet, fmt};

use secrecy::ExposeSecret;
use serde::Deserialize;

use super::{
    account::{Account, Role},
    campaign::Campaign,
    device::Device,
    did::Did,
};
use crate::{
    catalog::{Function, Functions},
    script::{Chaos, ChaosTable, FaultOrder},
};

const DEFAULT: &str = include_str!("../../seeds/default.toml");

/// The state to start with: accounts, campaigns, devices, DIDs, functions to add, and faults.
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
    /// The devices.
    #[serde(rename = "device", default)]
    pub devices: Vec<Device>,
    /// The DIDs.
    #[serde(rename = "did", default)]
    pub dids: Vec<Did>,
    /// Functions that are not in the catalog; see [`Builder::function`](crate::Builder::function).
    #[serde(rename = "function", default)]
    pub functions: Vec<Function>,
    /// Faults of single functions.
    #[serde(rename = "fault", default)]
    pub faults: Vec<FaultOrder>,
    /// Faults by chance.
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
    /// Reads a seed file: tables `[[account]]`, `[[campaign]]`, `[[device]]` and `[[did]]` with the fields of [`Account`],
    /// [`Campaign`], [`Device`] and [`Did`], tables `[[function]]` like
    /// [`Function::from_toml`](crate::catalog::Function::from_toml), tables `[[fault]]` like
    /// [`Simulator::on`](crate::Simulator::on), and one table `[chaos]` like [`Chaos`].
    ///
    /// The names of faults are those of [`Fault`](crate::Fault) in snake case; times are strings such as `"20ms"` and
    /// `"1.5s"`.
    ///
    /// # Errors
    ///
    /// [`SeedError`] for TOML that is not valid, for contradictions between the tables, and for the name of a function that
    /// is neither in the catalog nor in a table `[[function]]`.
    ///
    /// ```
    /// let seed = mor_sim::Seed::from_toml(r#"
    /// [[account]]
    /// id = 0
    /// username = "admin"
    /// role = "admin"
    /// key = "secret"
    ///
    /// [[device]]
    /// id = 31
    /// user_id = 0
    ///
    /// [[did]]
    /// id = 9001
    /// number = "37060000001"
    /// device_id = 31                  # without it: free
    ///
    /// [[function]]
    /// name = "fax_box_create"
    /// effect = "write"
    ///
    /// [[function.param]]
    /// name = "user_id"
    /// hash_order = 1
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
        seed.validate().map_err(SeedError::new)?;
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

/// The line of a byte offset, counted from 1.
pub(crate) fn line_of(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}

/// A seed that is not valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeedError {
    line: Option<usize>,
    message: String,
}

impl SeedError {
    pub(crate) fn new(problem: impl fmt::Display) -> Self {
        Self { line: None, message: problem.to_string() }
    }

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
        assert_refused(("owner = \"some_user\"", "owner = \"nobody\""), None, "campaign 1 is not an account");
        assert_refused(("id = 4\nname", "id = 3\nname"), None, "campaign 3 occurs twice");
        assert_refused(("key = \"secret\"", "key = \"short\""), None, "at least 6");
    }

    #[track_caller]
    fn assert_added_is_refused(tables: &str, message: &str) {
        let error = Seed::from_toml(&format!("{DEFAULT}\n{tables}")).unwrap_err();
        assert_eq!(error.to_string(), message);
    }

    #[test]
    fn devices_and_dids_belong_to_somebody_and_occur_once() {
        let device = "[[device]]\nid = 31\nuser_id = 2\n";
        let did = "[[did]]\nid = 9001\nnumber = '370'\n";
        let seed = Seed::from_toml(&format!("{DEFAULT}\n{device}{did}device_id = 31\n")).unwrap();
        assert_eq!((seed.devices[0].user_id, seed.dids[0].device_id), (2, Some(31)));
        assert_eq!(seed.dids[0].owner, "admin");

        assert_added_is_refused(&device.repeat(2), "device 31 occurs twice");
        assert_added_is_refused(
            "[[device]]\nid = 1\nuser_id = 99\n",
            "user_id 99 of device 1 is not an account",
        );
        assert_added_is_refused(&did.repeat(2), "DID `370` or its id 9001 occurs twice");
        let owned = |owner: &str| format!("{did}owner = '{owner}'\n");
        for owner in ["some_user", "nobody"] {
            let message = format!("owner `{owner}` of DID `370` is neither the admin nor a reseller");
            assert_added_is_refused(&owned(owner), &message);
        }
        assert_added_is_refused(&format!("{did}device_id = 7\n"), "device_id 7 of DID `370` is not a device");
    }

    #[test]
    fn a_function_that_does_not_exist_is_refused_unless_the_seed_describes_it() {
        let fault = |name: &str| format!("[[fault]]\nfunction = '{name}'\nfault = 'hang'\n");
        let chaos = |name: &str| format!("[chaos]\nseed = 1\nfaults = []\nonly = ['{name}']\n");
        assert_added_is_refused(
            &fault("payment_creat"),
            "fault: there is no function `payment_creat`; did you mean `payment_create`?",
        );
        assert_added_is_refused(
            &chaos("users_gte"),
            "chaos: there is no function `users_gte`; did you mean `users_get`?",
        );
        let described = "[[function]]\nname = 'fax_box_create'\neffect = 'write'\n";
        let tables = format!("{described}{}{}", fault("fax_box_create"), chaos("fax_box_create"));
        assert_eq!(Seed::from_toml(&format!("{DEFAULT}\n{tables}")).unwrap().functions.len(), 1);
        let gap = format!("{described}[[function.param]]\nname = 'a'\nhash_order = 2\n");
        assert_added_is_refused(
            &gap,
            "function `fax_box_create`: no parameter has hash_order = 1; the places are counted from 1 without a gap",
        );
    }
}
