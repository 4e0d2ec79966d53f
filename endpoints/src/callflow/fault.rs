//! The refusals of both functions.

use mor_api::Fault;

/// Why a call flow is not shown or not changed. To show one, only the first two are documented.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CallflowFault {
    /// There is no such device, or it is not the caller's.
    #[fault("Device was not found")]
    DeviceNotFound,
    /// The caller's username is unknown.
    #[fault("User was not found")]
    CallerNotFound,
    /// There is no such state, or it cannot be set.
    #[fault("Callflow state was not found")]
    StateNotFound,
    /// There is no such action.
    #[fault("Callflow action was not found")]
    ActionNotFound,
    /// Nothing to forward to was given.
    #[fault("Missing forward parameters")]
    NoForwardTarget,
    /// There is no such device to forward to.
    #[fault("Local device was not found")]
    ForwardDeviceNotFound,
    /// The number to forward to has other characters than digits.
    #[fault("External number must be numeric")]
    NumberNotNumeric,
    /// The number to forward to is empty.
    #[fault("External number was not found")]
    NumberEmpty,
    /// There is no such DID, or it is not assigned to the device.
    #[fault("DID was not found")]
    DidNotFound,
    /// There is no such FAX device.
    #[fault("FAX device was not found")]
    FaxDeviceNotFound,
}
