//! `pbx_pool_create`: creates a PBX pool.

use mor_api::{Endpoint, Fault};

use crate::Done;

/// Creates a PBX pool; for admins, and resellers with the right to PBX functions.
///
/// The answer does not tell the new ID, but repeating the call does no harm: a name can be used only once.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "pbx_pool_create",
    since = "X8",
    effect = write,
    response = Done,
    fault = PbxPoolFault,
)]
pub struct PbxPoolCreate {
    /// Its name, which no other pool has; the server cuts off blanks around it.
    #[hash(order = 1)]
    pub name: String,
    /// A comment.
    #[nohash]
    pub comment: Option<String>,
}

/// Why a PBX pool was not created.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum PbxPoolFault {
    /// It has no name.
    #[fault("PBX Pool must have name", "PbxPool must have name")]
    NameMissing,
    /// Another pool has the name.
    #[fault("PBX Pool name must be unique", "PbxPool name must be unique")]
    NameTaken,
}
