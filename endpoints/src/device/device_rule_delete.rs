//! `device_rule_delete`: deletes a rule of a device.

use mor_api::{Endpoint, Fault};

use crate::{DeviceRuleId, Done};

/// Deletes a rule of a device; for admins, resellers and accountants.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "device_rule_delete",
    effect = write,
    response = Done,
    fault = DeviceRuleDeleteFault,
    verify = "`device_rules_get` of the device no longer lists the rule",
)]
pub struct DeviceRuleDelete {
    /// The rule.
    #[hash(order = 1)]
    pub device_rule_id: DeviceRuleId,
}

/// Why a rule was not deleted.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DeviceRuleDeleteFault {
    /// There is no such rule, or the caller has no right to it.
    #[fault("Device rule was not found")]
    NotFound,
}
