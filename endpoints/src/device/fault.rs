//! The refusal of the functions that look for one device.

use mor_api::{CommonFault, Fault};

/// Why a device is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DeviceFault {
    /// There is no such device, or it is not the caller's.
    #[fault("Device was not found")]
    NotFound,
    /// One that any function may send.
    #[fault(common)]
    Common(CommonFault),
    /// A text that is not documented.
    #[fault(other)]
    Other(String),
}
