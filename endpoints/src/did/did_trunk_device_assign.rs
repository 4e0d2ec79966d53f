//! `did_trunk_device_assign`: assigns a DID to a trunk.

use mor_api::Endpoint;

use super::DidAssignFault;
use crate::{DeviceId, Done};

/// Assigns a DID to a trunk device.
///
/// A device that is no trunk is refused with a text that is not documented; it seems to contain *not a trunk*.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "did_trunk_device_assign",
    since = "X12",
    effect = write,
    response = Done,
    fault = DidAssignFault,
    verify = "`dids_get` shows the DID's `device`",
)]
pub struct DidTrunkDeviceAssign {
    /// The trunk.
    #[hash(order = 1)]
    pub device_id: DeviceId,
    /// The number of the DID, not its ID.
    #[hash(order = 2)]
    pub did: String,
}
