//! The refusal of the functions that look for one device.

use mor_api::Fault;

/// Why a device is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DeviceFault {
    /// There is no such device, or it is not the caller's.
    #[fault("Device was not found")]
    NotFound,
}
