//! `device_rules_get`: lists the rules by which a device changes numbers.

use mor_api::{Endpoint, Fault, FromXml};

use super::RuleNumber;
use crate::{DeviceId, DeviceRuleGroupId, DeviceRuleId};

/// Lists the rules by which a device changes numbers.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "device_rules_get",
    effect = read,
    response = DeviceRules,
    fault = DeviceRulesFault,
)]
pub struct DeviceRulesGet {
    /// The device.
    #[hash(order = 1)]
    pub device_id: DeviceId,
}

/// The rules of a device.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct DeviceRules {
    /// One for each rule; never empty, since no rules are a refusal.
    #[mor(path = "device_rules/device_rule", rows)]
    pub rules: Vec<DeviceRule>,
}

/// A rule that changes numbers.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct DeviceRule {
    /// Its ID.
    pub id: DeviceRuleId,
    /// Its device.
    pub device_id: DeviceId,
    /// Its name.
    pub name: String,
    /// Whether it is in use.
    pub enabled: bool,
    /// What is cut off the number.
    pub cut: Option<String>,
    /// What is put before the number.
    pub add: Option<String>,
    /// Length of the shortest number it is for.
    pub minlen: u32,
    /// Length of the longest number it is for.
    pub maxlen: u32,
    /// `pr_type`: which number it changes.
    #[mor(rename = "pr_type")]
    pub number: RuleNumber,
    /// Whether it changes the name of the caller ID, too.
    pub change_callerid_name: bool,
    /// The group of rules it belongs to; `0` in all samples, probably for none.
    pub devicerulegroup_id: Option<DeviceRuleGroupId>,
}

/// Why there is no list of rules.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DeviceRulesFault {
    /// There is no such device, or it is not the caller's.
    #[fault("Device was not found")]
    DeviceNotFound,
    /// The device has none.
    #[fault("Device has no rules")]
    NoRules,
}
