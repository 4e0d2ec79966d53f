//! The refusals of the two functions that assign a DID to a device: their pages give the same ones.

use mor_api::Fault;

/// Why a DID was not assigned.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DidAssignFault {
    /// The device does not exist.
    #[fault("Device was not found")]
    DeviceNotFound,
    /// The device is somebody else's.
    #[fault("Your are not authorized to use this Device")]
    ForeignDevice,
    /// The caller is an accountant without the right.
    #[fault("You are not authorized to manage DIDs")]
    MayNotManageDids,
    /// No DID has this number, or it is not made of digits.
    #[fault("DID was not found")]
    DidNotFound,
    /// The DID is somebody else's.
    #[fault("Your are not authorized to use this DID")]
    ForeignDid,
    /// The DID is terminated.
    #[fault("DID is terminated")]
    Terminated,
    /// Another device or a dial plan uses the DID.
    #[fault("DID is not free")]
    NotFree,
    /// The server could not assign it.
    #[fault("Device was not assigned")]
    NotAssigned,
}
