//! `reseller_group_create`: creates a permission group for resellers.

use mor_api::{Endpoint, Fault};

use crate::Done;

/// Creates a permission group for resellers; only the admin may. That the six flags have exactly these names is
/// stated by the vendor's page alone.
///
/// The answer does not tell the new ID: look it up by name with
/// [`ResellerGroupsGet`](super::ResellerGroupsGet). A second call with the same name is refused.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "reseller_group_create",
    since = "X5",
    effect = write,
    response = Done,
    fault = ResellerGroupCreateFault,
    verify = "`reseller_groups_get` lists the groups: look for the `name`",
)]
pub struct ResellerGroupCreate {
    /// Its name, which no other group may have; case does not matter.
    #[hash(order = 1)]
    pub name: String,
    /// A description.
    #[nohash]
    pub rg_description: Option<String>,
    /// Allows calling cards.
    #[nohash]
    pub calling_cards: Option<bool>,
    /// Allows the call shop.
    #[nohash]
    pub call_shop: Option<bool>,
    /// Allows short messages.
    #[nohash]
    pub sms_addon: Option<bool>,
    /// Allows payment gateways.
    #[nohash]
    pub payment_gateways: Option<bool>,
    /// Allows the auto-dialer.
    #[nohash]
    pub autodialer: Option<bool>,
    /// Allows the PBX functions.
    #[nohash]
    pub pbx_functions: Option<bool>,
}

/// Why no group was created.
///
/// Everybody but the admin gets [`AccessDenied`](mor_api::CommonFault::AccessDenied).
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum ResellerGroupCreateFault {
    /// The name is missing.
    #[fault("Reseller Group Name must be specified")]
    NoName,
    /// Another group has the name.
    #[fault("Group name must be unique")]
    NameTaken,
    /// On the vendor's page only; known servers do not check it here.
    #[fault("Registration over API is disabled")]
    RegistrationDisabled,
}
