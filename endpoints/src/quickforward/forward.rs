//! A DID and where calls to it go.

use mor_api::FromXml;

/// A DID and the number to which calls to it are forwarded.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/new_quickforward_did")]
pub struct Quickforward {
    /// The number of the DID.
    pub did: String,
    /// The number to which calls go, if they are forwarded.
    pub forward_to: Option<String>,
    /// The user's description.
    pub description: Option<String>,
}
