//! `quickforwards_dids_get`: lists the DIDs that can be forwarded.

use mor_api::{Endpoint, FromXml};

use super::{Quickforward, QuickforwardFault};

/// Lists the DIDs that the calling user may forward. None is an error, [`QuickforwardFault::NoneFound`].
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "quickforwards_dids_get",
    since = "X4",
    effect = read,
    response = Quickforwards,
    fault = QuickforwardFault,
)]
pub struct QuickforwardsDidsGet {}

/// The DIDs that the user may forward.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct Quickforwards {
    /// One for each DID, forwarded or not.
    #[mor(rename = "quick_forward_did", rows)]
    pub dids: Vec<Quickforward>,
}
