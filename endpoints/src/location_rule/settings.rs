//! What a localization rule does with numbers.

use mor_api::ParamSet;

use crate::LocationGroupId;

/// Which numbers a localization rule is for, and how it changes them.
#[derive(Debug, Clone, Default, PartialEq, Eq, ParamSet)]
pub struct LocationRuleSettings {
    /// Digits to cut: from the source if the rule's type is `src`, else from the destination.
    pub cut: Option<String>,
    /// Digits to add on the same side.
    pub add: Option<String>,
    /// Shortest destination the rule is for, in digits; the default is 1.
    pub minlen: Option<u32>,
    /// Longest destination the rule is for, in digits; the default is 99.
    pub maxlen: Option<u32>,
    /// Digits that a combined rule cuts from the source.
    pub src_cut: Option<String>,
    /// Digits that a combined rule adds to the source.
    pub src_add: Option<String>,
    /// Shortest source the rule is for, in digits; the default is 1.
    pub src_minlen: Option<u32>,
    /// Longest source the rule is for, in digits; the default is 99.
    pub src_maxlen: Option<u32>,
    /// Changes the caller ID's name, too; the default is off.
    pub change_callerid_name: Option<bool>,
    /// The group of locations of a combined rule. To change it is known from another client only.
    pub location_group_id: Option<LocationGroupId>,
    /// `dst_locationgroup_id`: the group of locations of the destination. Known from another client only.
    #[mor(rename = "dst_locationgroup_id")]
    pub dst_location_group_id: Option<LocationGroupId>,
}
