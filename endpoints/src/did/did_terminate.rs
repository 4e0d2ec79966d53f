//! `did_terminate`: terminates a DID.

use mor_api::Endpoint;

use super::DidStateFault;
use crate::{DidId, Done};

/// Sets a free or closed DID to status *terminated*.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "did_terminate",
    since = "X10",
    effect = write,
    response = Done,
    fault = DidStateFault,
    verify = "`dids_get` shows the DID's `status`",
)]
pub struct DidTerminate {
    /// The DID to terminate.
    #[hash(order = 1)]
    pub dids_id: DidId,
}
