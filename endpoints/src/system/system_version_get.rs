//! `system_version_get`: the version of the server.

use mor_api::{Endpoint, FromXml};

/// The version of the server.
///
/// Nothing but the key is hashed, so this is a good first call to try credentials with.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "system_version_get",
    aliases = ["get_version"],
    since = "8",
    effect = read,
    response = SystemVersion,
)]
pub struct SystemVersionGet {}

/// The version of a server.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct SystemVersion {
    /// The version without the word MOR: `X8`.
    pub version: String,
}
