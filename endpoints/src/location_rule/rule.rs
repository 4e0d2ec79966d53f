//! A localization rule, as the reading functions answer it.

use mor_api::{FromXml, WireEnum};

use crate::{DeviceId, DidId, LcrId, LocationGroupId, LocationId, LocationRuleId, TariffId};

/// A localization rule: how the numbers of a call are rewritten, and where it goes then.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct LocationRule {
    /// Its ID.
    pub id: LocationRuleId,
    /// The location it belongs to.
    pub location_id: LocationId,
    /// Its name.
    pub name: String,
    /// Whether it is in force.
    pub enabled: bool,
    /// Digits it cuts: from the source if its type is [`Src`](LocationRuleType::Src), else from the destination.
    pub cut: Option<String>,
    /// Digits it adds on the same side.
    pub add: Option<String>,
    /// Shortest number it is for, in digits.
    pub minlen: u32,
    /// Longest number it is for, in digits.
    pub maxlen: u32,
    /// `lr_type`: which numbers it is about.
    #[mor(rename = "lr_type")]
    pub rule_type: LocationRuleType,
    /// The LCR it changes to.
    pub lcr_id: Option<LcrId>,
    /// The tariff it changes to.
    pub tariff_id: Option<TariffId>,
    /// The DID it sends the call to.
    pub did_id: Option<DidId>,
    /// The device it makes the owner of the call.
    pub device_id: Option<DeviceId>,
    /// Whether it changes the caller ID's name, too.
    pub change_callerid_name: bool,
    /// Digits that a combined rule cuts from the source.
    pub src_cut: Option<String>,
    /// Digits that a combined rule adds to the source.
    pub src_add: Option<String>,
    /// Shortest source a combined rule is for, in digits.
    pub src_minlen: u32,
    /// Longest source a combined rule is for, in digits.
    pub src_maxlen: u32,
    /// `locationgroup_id`: the group of locations of a combined rule; `0` in the samples, where none is set.
    #[mor(rename = "locationgroup_id")]
    pub location_group_id: Option<LocationGroupId>,
}

/// Which of a call's numbers a localization rule is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum LocationRuleType {
    /// The number that calls.
    Src,
    /// The number that is called.
    Dst,
    /// Both.
    Combined,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}
