//! `location_rule_create`: adds a localization rule to a location.

use mor_api::{Endpoint, FromXml};

use super::{LocationRuleFault, LocationRuleSettings, LocationRuleType};
use crate::{DeviceId, DidId, Done, LcrId, LocationId, LocationRuleId, TariffId};

/// Adds a localization rule to a location: the admin to those under him, a reseller to his own.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "location_rule_create",
    since = "X14",
    effect = write,
    response = LocationRuleCreated,
    fault = LocationRuleFault,
    verify = "`location_rules_get` of the location lists its rules: look for the `name`",
)]
pub struct LocationRuleCreate {
    /// The location that gets the rule.
    #[hash(order = 1)]
    pub location_id: LocationId,
    /// Its name.
    #[nohash]
    pub name: String,
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
    /// `lr_type`: which numbers the rule is about; `dst` if left out. It cannot be changed later.
    #[mor(rename = "lr_type")]
    #[nohash]
    pub rule_type: Option<LocationRuleType>,
    /// Which numbers the rule is for, and how it changes them.
    #[mor(flatten)]
    pub settings: LocationRuleSettings,
}

/// The rule was added. The page breaks off before the answer: its form is another client's.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct LocationRuleCreated {
    /// `success`: the server's words.
    #[mor(rename = "success")]
    pub message: Done,
    /// The new rule, if the server names it: only another client shows this element.
    pub rule_id: Option<LocationRuleId>,
}
