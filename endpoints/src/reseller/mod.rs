//! Reseller groups: what resellers may use.

mod reseller_group_create;
mod reseller_groups_get;

pub use reseller_group_create::{ResellerGroupCreate, ResellerGroupCreateFault};
pub use reseller_groups_get::{ResellerGroup, ResellerGroups, ResellerGroupsFault, ResellerGroupsGet};
