//! `did_close`: closes a DID.

use mor_api::{Endpoint, FromXml};

use super::DidStateFault;
use crate::{DidId, Done};

/// Sets a DID to status *closed*.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "did_close",
    effect = write,
    response = DidClosed,
    fault = DidStateFault,
    verify = "`dids_get` shows the DID's `status`",
)]
pub struct DidClose {
    /// The DID to close.
    #[hash(order = 1)]
    pub dids_id: DidId,
}

/// The DID was closed.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct DidClosed {
    /// `success`: the server's words for it.
    #[mor(path = "status/success")]
    pub message: Done,
    /// The DID; servers from before 18 March 2019 do not repeat it.
    #[mor(path = "did_details/id")]
    pub id: Option<DidId>,
}
