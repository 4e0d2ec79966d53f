//! `location_rule_delete`: deletes a localization rule.

use mor_api::Endpoint;

use super::LocationRuleFault;
use crate::{Done, LocationRuleId};

/// Deletes a localization rule: the admin any, a reseller his own and his users'.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "location_rule_delete",
    since = "X14",
    effect = write,
    response = Done,
    fault = LocationRuleFault,
    verify = "`location_rule_get` of the `location_rule_id` no longer finds it",
)]
pub struct LocationRuleDelete {
    /// The rule to delete.
    #[hash(order = 1)]
    pub location_rule_id: LocationRuleId,
}
