//! `location_rule_create`: adds a localization rule to a location.
//!
//! Since MOR X14; changes the server.

use mor_api::{Endpoint, FromXml};

use super::{LocationRuleFault, LocationRuleType};
use crate::{DeviceId, DidId, Done, LcrId, LocationGroupId, LocationId, LocationRuleId, TariffId};

/// Adds a localization rule to a location: the admin to those under him, a reseller to his own.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "location_rule_create",
    group = "location_rule",
    since = "X14",
    effect = write,
    response = LocationRuleCreated,
    fault = LocationRuleFault,
)]
pub struct LocationRuleCreate {
    /// The location that gets the rule.
    #[hash(order = 1)]
    pub location_id: LocationId,

    /// Its name.
    #[nohash]
    pub name: String,

    /// Digits to cut: from the source if `lr_type` is `src`, else from the destination.
    #[nohash]
    pub cut: Option<String>,

    /// Digits to add on the same side.
    #[nohash]
    pub add: Option<String>,

    /// Shortest destination the rule is for, in digits; 1 if left out.
    #[nohash]
    pub minlen: Option<u32>,

    /// Longest destination the rule is for, in digits; 99 if left out.
    #[nohash]
    pub maxlen: Option<u32>,

    /// Digits that a combined rule cuts from the source.
    #[nohash]
    pub src_cut: Option<String>,

    /// Digits that a combined rule adds to the source.
    #[nohash]
    pub src_add: Option<String>,

    /// Shortest source the rule is for, in digits; 1 if left out.
    #[nohash]
    pub src_minlen: Option<u32>,

    /// Longest source the rule is for, in digits; 99 if left out.
    #[nohash]
    pub src_maxlen: Option<u32>,

    /// The tariff to change to.
    #[nohash]
    pub tariff_id: Option<TariffId>,

    /// The LCR to change to. A reseller cannot set it.
    #[nohash]
    pub lcr_id: Option<LcrId>,

    /// The DID to send the call to. A reseller cannot set it.
    #[nohash]
    pub did_id: Option<DidId>,

    /// The device to make the owner of the call.
    #[nohash]
    pub device_id: Option<DeviceId>,

    /// Changes the caller ID's name, too; off if left out.
    #[nohash]
    pub change_callerid_name: Option<bool>,

    /// The group of locations of a combined rule.
    #[nohash]
    pub location_group_id: Option<LocationGroupId>,

    /// `dst_locationgroup_id`: the group of locations of the destination. Known from another client only.
    #[mor(rename = "dst_locationgroup_id")]
    #[nohash]
    pub dst_location_group_id: Option<LocationGroupId>,

    /// `lr_type`: which numbers the rule is about; `dst` if left out. It cannot be changed later.
    #[mor(rename = "lr_type")]
    #[nohash]
    pub rule_type: Option<LocationRuleType>,
}

/// The rule was added. The page breaks off before the answer: its form is another client's.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[mor(root = "page/status")]
pub struct LocationRuleCreated {
    /// `success`: the server's words.
    #[mor(rename = "success")]
    pub message: Done,
    /// The new rule.
    pub rule_id: LocationRuleId,
}
