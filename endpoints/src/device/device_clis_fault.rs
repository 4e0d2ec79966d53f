//! The refusals of `device_clis_get`.

use mor_api::Fault;

/// Why there is no list of CLIs.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DeviceClisFault {
    /// There is no such device, or it is not the caller's or the user's.
    #[fault("Device was not found")]
    DeviceNotFound,
    /// There is no such user, or he is not the caller's.
    #[fault("User was not found")]
    UserNotFound,
    /// There are no CLIs.
    #[fault("CLIs were not found")]
    NoClis,
}
