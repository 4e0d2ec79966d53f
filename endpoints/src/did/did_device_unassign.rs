//! `did_device_unassign`: takes a DID away from its device.

use mor_api::{Endpoint, Fault};

use super::DidAssignment;

/// Takes a DID away from its device and makes it free. X3 knows the function by its older name only.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "did_device_unassign",
    aliases = ["did_unassign_device"],
    since = "X3",
    effect = write,
    response = DidAssignment,
    fault = DidUnassignFault,
    verify = "`dids_get` with the `did` as `search_did_number` shows its `device`",
)]
pub struct DidDeviceUnassign {
    /// The number of the DID, not its ID.
    #[hash(order = 1)]
    pub did: String,
}

/// Why a DID was not taken away.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DidUnassignFault {
    /// The caller is an accountant without the right.
    #[fault("You are not authorized to manage DIDs")]
    MayNotManageDids,
    /// No DID has this number.
    #[fault("DID was not found")]
    DidNotFound,
    /// The DID is somebody else's.
    #[fault("You are not authorized to use this DID", "Your are not authorized to use this DID")]
    ForeignDid,
    /// The DID is terminated.
    #[fault("DID is terminated")]
    Terminated,
    /// The DID is not active.
    #[fault("DID is already free")]
    AlreadyFree,
    /// A dial plan uses the DID, not a device.
    #[fault("DID is assigned to dialplan")]
    AssignedToDialPlan,
    /// The server could not take it away.
    #[fault("Failed to unassign DID")]
    Failed,
    /// Its device does not exist; only the vendor's page has this one.
    #[fault("Device was not found")]
    DeviceNotFound,
}
