//! `device_details_get`: all settings of a device.

use mor_api::Endpoint;

use super::{DeviceDetails, DeviceFault};
use crate::DeviceId;

/// All settings of a device, with its codecs.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "device_details_get",
    since = "X5",
    effect = read,
    response = DeviceDetails,
    fault = DeviceFault,
    at_least_one(device_id, device_username),
)]
pub struct DeviceDetailsGet {
    /// The device. Needed unless `device_u` is given; it decides if both are.
    #[hash(order = 1)]
    pub device_id: Option<DeviceId>,
    /// `device_u`: the username of the device; for newer servers. Whether it is hashed is not established: the
    /// vendor's page hashes `device_id` alone, another client hashes it.
    #[mor(rename = "device_u")]
    #[nohash]
    pub device_username: Option<String>,
}
