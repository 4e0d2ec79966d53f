//! `device_details_get`: all settings of a device.
//!
//! Since MOR X5; reads only.

use mor_api::{Endpoint, InvalidRequest};

use super::{DeviceDetails, DeviceFault};
use crate::DeviceId;

/// All settings of a device, with its codecs.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "device_details_get",
    group = "device",
    since = "X5",
    effect = read,
    response = DeviceDetails,
    fault = DeviceFault,
    check = Self::check_device,
)]
pub struct DeviceDetailsGet {
    /// The device. Needed unless `device_u` is given; it decides if both are.
    #[hash(order = 1)]
    pub device_id: Option<DeviceId>,

    /// `device_u`: the username of the device; for newer servers. Whether it is hashed is not established: the
    /// vendor's page hashes `device_id` alone, another client hashes it.
    #[nohash]
    #[mor(rename = "device_u")]
    pub device_username: Option<String>,
}

impl DeviceDetailsGet {
    #[inline]
    fn check_device(&self) -> Result<(), InvalidRequest> {
        match (self.device_id, &self.device_username) {
            (None, None) => {
                Err(InvalidRequest::new("device_id", "one of `device_id` and `device_u` is needed"))
            }
            _ => Ok(()),
        }
    }
}
