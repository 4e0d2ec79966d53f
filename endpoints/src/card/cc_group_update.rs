//! `cc_group_update`: changes a group of calling cards.

use mor_api::{Endpoint, FromXml};

use super::{CardGroupFault, CardGroupSettings};
use crate::{CardGroupId, Done};

/// Changes a group of calling cards; what is left out stays as it is. The lengths of numbers and PINs cannot be
/// changed.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "cc_group_update",
    since = "X7",
    addon = "Calling Cards",
    effect = write,
    response = CardGroupUpdated,
    fault = CardGroupFault,
    verify = "`cc_groups_get` with the `cc_group_id` shows the group",
)]
pub struct CcGroupUpdate {
    /// The group to change. The vendor's page writes `cc_Group_id`, which servers do not read.
    #[hash(order = 1)]
    pub cc_group_id: CardGroupId,
    /// New name, which no other group may have.
    #[nohash]
    pub name: Option<String>,
    /// What else is changed.
    #[mor(flatten)]
    pub settings: CardGroupSettings,
}

/// The server's words for success.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status", any_of = ["success"], unclosed)]
pub struct CardGroupUpdated(pub Done);
