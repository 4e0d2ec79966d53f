//! `device_rule_delete`: deletes a rule of a device.
//!
//! Since: not stated; changes the server.

use mor_api::{CommonFault, Endpoint, Fault};

use crate::{DeviceRuleId, Done};

/// Deletes a rule of a device; for admins, resellers and accountants.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "device_rule_delete",
    group = "device",
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
    /// One that any function may send.
    #[fault(common)]
    Common(CommonFault),
    /// A text that is not documented.
    #[fault(other)]
    Other(String),
}
