//! The refusals of the functions that move a DID from one status to another.

use mor_api::Fault;

/// Why a DID keeps its status: what `did_close`, `did_make_free`, `did_subscription_stop` and `did_terminate` say.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DidStateFault {
    /// The DID does not exist, or it is somebody else's.
    #[fault("DID was not found")]
    NotFound,
    /// The DID is not assigned to a device. To `did_subscription_stop`: it is neither active nor closed, or a dial
    /// plan uses it.
    #[fault("DID is not assigned to Device")]
    NotAssignedToDevice,
    /// `did_close`: a dial plan uses the DID.
    #[fault("DID is assigned to Dial Plan")]
    AssignedToDialPlan,
    /// `did_close`: the DID is closed.
    #[fault("DID is already closed")]
    AlreadyClosed,
    /// `did_make_free`: the DID is neither terminated nor reserved nor closed.
    #[fault("DID was not freed. Only Terminated, Reserved or Closed DIDs can be freed")]
    NotFreed,
    /// `did_terminate`: the DID is reserved for a reseller.
    #[fault("DID was not terminated")]
    ReservedForReseller,
    /// `did_terminate`: the DID is neither free nor closed.
    #[fault("DID was not terminated. Only Free or Closed DIDs can be terminate")]
    NotFreeOrClosed,
    /// `did_subscription_stop`: the server could not store the change.
    #[fault("DID was not saved")]
    NotSaved,
}
