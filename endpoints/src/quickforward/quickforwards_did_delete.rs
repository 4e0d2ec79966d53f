//! `quickforwards_did_delete`: ends the forwarding of a DID.

use mor_api::{Endpoint, FromXml};

use super::QuickforwardFault;
use crate::Done;

/// Ends the forwarding of a DID of the calling user.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "quickforwards_did_delete",
    since = "X5",
    effect = write,
    response = QuickforwardDeleted,
    fault = QuickforwardFault,
    verify = "`quickforwards_dids_get` shows whether a DID is still forwarded (`forward_to`)",
)]
pub struct QuickforwardsDidDelete {
    /// The number of the DID.
    #[hash(order = 1)]
    pub did: String,
}

/// The forwarding was ended.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct QuickforwardDeleted {
    /// `status`: the server's words for it.
    #[mor(rename = "status")]
    pub message: Done,
}
