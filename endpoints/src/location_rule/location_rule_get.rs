//! `location_rule_get`: shows a localization rule.

use mor_api::{Endpoint, FromXml};

use super::{LocationRule, LocationRuleFault};
use crate::LocationRuleId;

/// Shows a localization rule.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "location_rule_get",
    since = "X14",
    effect = read,
    response = LocationRuleFound,
    fault = LocationRuleFault,
)]
pub struct LocationRuleGet {
    /// The rule to show.
    #[hash(order = 1)]
    pub location_rule_id: LocationRuleId,
}

/// The rule that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct LocationRuleFound {
    /// `location_rule`: the rule.
    #[mor(rename = "location_rule")]
    pub rule: LocationRule,
}
