//! `pbx_pool_create`: creates a PBX pool.
//!
//! Since MOR X8; changes the server.

use mor_api::{CommonFault, Endpoint, Fault};

use crate::Done;

/// Creates a PBX pool; for admins, and resellers with the right to PBX functions.
///
/// The answer does not tell the new ID, but repeating the call does no harm: a name can be used only once.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "pbx_pool_create",
    group = "pbx",
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
    /// One that any function may send.
    #[fault(common)]
    Common(CommonFault),
    /// A text that is not documented.
    #[fault(other)]
    Other(String),
}
