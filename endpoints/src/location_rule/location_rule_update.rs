//! `location_rule_update`: changes a localization rule.

use mor_api::Endpoint;

use super::{Assignment, LocationRuleFault, LocationRuleSettings};
use crate::{DeviceId, DidId, Done, LcrId, LocationRuleId, TariffId};

/// Changes a localization rule: the admin those of locations under him, a reseller his own. The type of a rule
/// cannot be changed.
///
/// Beware of what is left out: the page gives defaults for some parameters, and whether these replace what the rule
/// has now is not established. Send everything that has to stay.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "location_rule_update",
    since = "X14",
    effect = write,
    response = Done,
    fault = LocationRuleFault,
    verify = "`location_rule_get` of the `location_rule_id` shows the rule",
)]
pub struct LocationRuleUpdate {
    /// The rule to change.
    #[hash(order = 1)]
    pub location_rule_id: LocationRuleId,
    /// Puts the rule in force or out of it; the default is on.
    #[nohash]
    pub enabled: Option<bool>,
    /// New name.
    #[nohash]
    pub name: Option<String>,
    /// The tariff to change to.
    #[nohash]
    pub tariff_id: Option<Assignment<TariffId>>,
    /// The LCR to change to. A reseller cannot set it.
    #[nohash]
    pub lcr_id: Option<Assignment<LcrId>>,
    /// The DID to send the call to. A reseller cannot set it.
    #[nohash]
    pub did_id: Option<Assignment<DidId>>,
    /// The device to make the owner of the call.
    #[nohash]
    pub device_id: Option<Assignment<DeviceId>>,
    /// Which numbers the rule is for, and how it changes them.
    #[mor(flatten)]
    pub settings: LocationRuleSettings,
}
