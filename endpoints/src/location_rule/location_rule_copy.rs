//! `location_rule_copy`: copies a localization rule to another location.

use mor_api::Endpoint;

use super::LocationRuleFault;
use crate::{Done, LocationId, LocationRuleId};

/// Copies a localization rule to another location: the admin to his own and to resellers' locations, a reseller
/// between his own.
///
/// The answer does not tell the new rule's ID. Sent again, the copy is refused with `NotUnique`.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "location_rule_copy",
    since = "X14",
    effect = write,
    response = Done,
    fault = LocationRuleFault,
    verify = "`location_rules_get` of the location lists its rules",
)]
pub struct LocationRuleCopy {
    /// The rule to copy.
    #[hash(order = 1)]
    pub location_rule_id: LocationRuleId,
    /// The location that gets the copy.
    #[hash(order = 2)]
    pub location_id: LocationId,
}
