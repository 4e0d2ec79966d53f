//! The state of a simulator at the start, from a TOML file or built in code.

mod error;
mod validate;

use serde::Deserialize;

pub use error::SeedError;

use super::{account::Account, campaign::Campaign, device::Device, did::Did};
use crate::{
    catalog::Function,
    script::{Chaos, ChaosTable, FaultOrder},
};

const DEFAULT: &str = include_str!("../../../seeds/default.toml");

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
        let mut seed: Self = toml::from_str(text).map_err(|error| SeedError {
            line: error.span().map(|span| line_of(text, span.start)),
            message: error.message().to_owned(),
        })?;
        seed.devices.iter_mut().for_each(Device::complete);
        seed.validate().map_err(SeedError::new)?;
        Ok(seed)
    }
}

/// The line of a byte offset, counted from 1.
pub(crate) fn line_of(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}

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
