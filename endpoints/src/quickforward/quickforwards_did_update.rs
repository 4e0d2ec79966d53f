//! `quickforwards_did_update`: forwards a DID to a number.

use mor_api::Endpoint;

use super::{Quickforward, QuickforwardFault};

/// Forwards a DID of the calling user to a number. Both number and description are replaced, even by nothing: what is
/// left out is emptied.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "quickforwards_did_update",
    since = "X5",
    effect = write,
    response = Quickforward,
    fault = QuickforwardFault,
    verify = "`quickforwards_dids_get` shows where the `did` is forwarded to (`forward_to`)",
)]
pub struct QuickforwardsDidUpdate {
    /// The number of the DID.
    #[hash(order = 2)]
    pub did: String,
    /// The number to which calls go; a server may refuse the request without it.
    #[hash(order = 3)]
    pub forward_to: Option<String>,
    /// The user's description. It is hashed first, although the vendor's page lists it last.
    #[hash(order = 1)]
    pub description: Option<String>,
}
