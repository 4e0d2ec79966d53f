//! `device_callflow_get`: what a device does with calls in each state.

use mor_api::{Endpoint, FromXml};

use super::{Callflow, CallflowFault};
use crate::DeviceId;

/// What a device does with calls in each of the six states.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "device_callflow_get",
    effect = read,
    response = DeviceCallflows,
    fault = CallflowFault,
)]
pub struct DeviceCallflowGet {
    /// The device.
    #[hash(order = 1)]
    pub device_id: DeviceId,
}

/// What a device does with calls in each state.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct DeviceCallflows {
    /// Name of the device's user.
    pub user: String,
    /// Type and name of the device: `SIP/2201`.
    pub device: String,
    /// One for each state, in the order in which a call goes through them.
    #[mor(rename = "callflow", rows)]
    pub callflows: Vec<Callflow>,
}
