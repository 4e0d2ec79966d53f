//! `device_rule_create`: adds a rule that changes numbers to a device.

use mor_api::{Endpoint, Fault};

use super::RuleNumber;
use crate::{DeviceId, Done};

/// Adds a rule that changes numbers to a device.
///
/// The newest revision of the vendor's page hashes `device_id` alone; those of 2019 and 2020 and another client
/// hash `device_id`, `name`, `cut` and `add`. No example decides it.
///
/// The answer does not tell the new ID, and nothing says that names are unique: after a call whose outcome is
/// unknown, look with [`DeviceRulesGet`](super::DeviceRulesGet) before you repeat it.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "device_rule_create",
    effect = write,
    response = Done,
    fault = DeviceRuleCreateFault,
    verify = "`device_rules_get` of the `device_id` lists its rules: look for the `name`",
    at_least_one(cut, add),
)]
pub struct DeviceRuleCreate {
    /// The device.
    #[hash(order = 1)]
    pub device_id: DeviceId,
    /// Name of the rule.
    #[nohash]
    pub name: String,
    /// What is cut off the number. Needed unless `add` is given; servers before 2020 want both.
    #[nohash]
    pub cut: Option<String>,
    /// What is put before the number. Needed unless `cut` is given; servers before 2020 want both.
    #[nohash]
    pub add: Option<String>,
    /// Length of the shortest number the rule is for; 1 if left out.
    #[nohash]
    pub minlen: Option<u32>,
    /// Length of the longest number the rule is for; 100 if left out.
    #[nohash]
    pub maxlen: Option<u32>,
    /// `pr_type`: which number it changes; the destination's if left out.
    #[mor(rename = "pr_type")]
    #[nohash]
    pub number: Option<RuleNumber>,
    /// Changes the name of the caller ID, too; if left out, it does not.
    #[nohash]
    pub change_callerid_name: Option<bool>,
}

/// Why a rule was not added.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DeviceRuleCreateFault {
    /// There is no such device, or it is not the caller's.
    #[fault("Device was not found")]
    DeviceNotFound,
    /// The rule has no name.
    #[fault("name cannot be blank")]
    NameBlank,
    /// The rule changes nothing.
    #[fault("both add and cut cannot be blank", "cut cannot be blank", "add cannot be blank")]
    NoChange,
    /// The rule could not be saved.
    #[fault("Add failed")]
    NotAdded,
}
