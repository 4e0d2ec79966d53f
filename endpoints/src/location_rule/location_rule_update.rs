//! `location_rule_update`: changes a localization rule.
//!
//! Since MOR X14; changes the server.

use mor_api::Endpoint;

use super::{Assignment, LocationRuleFault};
use crate::{DeviceId, DidId, Done, LcrId, LocationGroupId, LocationRuleId, TariffId};

/// Changes a localization rule: the admin those of locations under him, a reseller his own. The type of a rule
/// cannot be changed.
///
/// Beware of what is left out: the page gives defaults for some parameters, and whether these replace what the rule
/// has now is not established. Send everything that has to stay.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "location_rule_update",
    group = "location_rule",
    since = "X14",
    effect = write,
    response = Done,
    fault = LocationRuleFault,
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

    /// Digits to cut: from the source if the rule's type is `src`, else from the destination.
    #[nohash]
    pub cut: Option<String>,

    /// Digits to add on the same side.
    #[nohash]
    pub add: Option<String>,

    /// Shortest destination the rule is for, in digits; the default is 1.
    #[nohash]
    pub minlen: Option<u32>,

    /// Longest destination the rule is for, in digits; the default is 99.
    #[nohash]
    pub maxlen: Option<u32>,

    /// Digits that a combined rule cuts from the source.
    #[nohash]
    pub src_cut: Option<String>,

    /// Digits that a combined rule adds to the source.
    #[nohash]
    pub src_add: Option<String>,

    /// Shortest source the rule is for, in digits; the default is 1.
    #[nohash]
    pub src_minlen: Option<u32>,

    /// Longest source the rule is for, in digits; the default is 99.
    #[nohash]
    pub src_maxlen: Option<u32>,

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

    /// Changes the caller ID's name, too; the default is off.
    #[nohash]
    pub change_callerid_name: Option<bool>,

    /// The group of locations. Known from another client only.
    #[nohash]
    pub location_group_id: Option<LocationGroupId>,

    /// `dst_locationgroup_id`: the group of locations of the destination. Known from another client only.
    #[mor(rename = "dst_locationgroup_id")]
    #[nohash]
    pub dst_location_group_id: Option<LocationGroupId>,
}
