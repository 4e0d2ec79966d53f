//! `reseller_groups_get`: lists the permission groups for resellers.

use mor_api::{Endpoint, Fault, FromXml};

use crate::ResellerGroupId;

/// Lists the permission groups for resellers. The vendor's page is of June 2022.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "reseller_groups_get",
    effect = read,
    caller = hashed(1),
    response = ResellerGroups,
    fault = ResellerGroupsFault,
)]
pub struct ResellerGroupsGet {}

/// The permission groups.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct ResellerGroups {
    /// One for each group.
    #[mor(path = "reseller_groups/reseller_group", rows)]
    pub groups: Vec<ResellerGroup>,
}

/// A permission group for resellers.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct ResellerGroup {
    /// Its ID.
    pub id: ResellerGroupId,
    /// Its name.
    pub name: String,
    /// A description.
    pub description: Option<String>,
}

/// Why there is no list of groups.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum ResellerGroupsFault {
    /// There are none: an empty list is a refusal.
    #[fault("No Reseller Groups found")]
    NoGroups,
}
