//! `location_rules_get`: lists the localization rules of one location or of all.

use mor_api::{Endpoint, FromXml};

use super::{LocationFilter, LocationRule, LocationRuleFault};
use crate::LocationId;

/// Lists the localization rules of one location or of all: to the admin any, to a reseller his own and his users'.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "location_rules_get",
    since = "X14",
    effect = read,
    response = LocationRules,
    fault = LocationRuleFault,
)]
pub struct LocationRulesGet {
    /// Whose rules.
    #[hash(order = 1)]
    pub location_id: LocationFilter,
    /// The first rule to list; whether the count starts at 0 or 1 is not documented.
    #[nohash]
    pub from: Option<u64>,
    /// How many rules to list at most.
    #[nohash]
    pub max_results: Option<u64>,
}

/// Locations with their rules.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct LocationRules {
    /// One for each location. The page shows the answer for a single one only.
    #[mor(rename = "location", rows)]
    pub locations: Vec<Location>,
}

/// A location with its rules.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Location {
    /// Its ID. From October 2023.
    pub id: Option<LocationId>,
    /// Its name.
    pub name: String,
    /// Its rules.
    #[mor(rename = "location_rule")]
    pub rules: Vec<LocationRule>,
}
