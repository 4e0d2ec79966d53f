//! `did_device_assign`: assigns a DID to a device.

use mor_api::Endpoint;

use super::{DidAssignFault, DidAssignment};
use crate::DeviceId;

/// Assigns a DID to a device: calls to the DID ring there.
///
/// For a device of a reseller's user the DID must have been reserved for the reseller (see
/// [`DidDetailsUpdate`](super::DidDetailsUpdate)), and the reseller must be the caller. X3 knows the function by its
/// older name only.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "did_device_assign",
    aliases = ["did_assign_device"],
    since = "X3",
    effect = write,
    response = DidAssignment,
    fault = DidAssignFault,
    verify = "`dids_get` with the `did` as `search_did_number` shows its `device`",
)]
pub struct DidDeviceAssign {
    /// The device.
    #[hash(order = 1)]
    pub device_id: DeviceId,
    /// The number of the DID, not its ID.
    #[hash(order = 2)]
    pub did: String,
}
