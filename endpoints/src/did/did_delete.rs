//! `did_delete`: deletes a DID.

use mor_api::{Endpoint, Fault};

use super::StateDone;
use crate::DidId;

/// Deletes a DID that is terminated and was never used.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "did_delete",
    effect = write,
    response = StateDone,
    fault = DidDeleteFault,
    verify = "`dids_get` no longer lists the DID",
)]
pub struct DidDelete {
    /// The DID to delete.
    #[hash(order = 1)]
    pub dids_id: DidId,
}

/// Why a DID was not deleted.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DidDeleteFault {
    /// Only terminated DIDs can be deleted.
    #[fault("DID status must be terminated")]
    NotTerminated,
    /// The DID does not exist, or it is not the caller's.
    #[fault("DID was not found")]
    NotFound,
    /// There are calls to the DID.
    #[fault("Cannot delete DID associated with calls")]
    HasCalls,
    /// There are queues with the DID.
    #[fault("Cannot delete DID associated with queues")]
    HasQueues,
}
