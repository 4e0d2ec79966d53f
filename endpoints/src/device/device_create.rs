//! `device_create`: creates a device for a user.

use mor_api::{Endpoint, FromXml, Secret};

use super::{DeviceCreateFault, DeviceType};
use crate::{DeviceGroupId, DeviceId, Done, UserId};

/// Creates a device for a user; the server chooses its username and password.
///
/// Each call creates another device: after a call whose outcome is unknown, look with
/// [`DevicesGet`](super::DevicesGet) before you repeat it. What is not listed here, such as the password, is set
/// with [`DeviceUpdate`](super::DeviceUpdate).
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "device_create",
    since = "11",
    effect = write,
    response = CreatedDevice,
    fault = DeviceCreateFault,
    verify = "`devices_get` of the `user_id` lists his devices: compare with before; \
              `device_details_get` tells a device's `description`",
)]
pub struct DeviceCreate {
    /// The owner.
    #[hash(order = 1)]
    pub user_id: UserId,
    /// A label.
    #[hash(order = 2)]
    pub description: Option<String>,
    /// Digits. Left out: the server makes up a PIN. Empty: the device gets none.
    #[hash(order = 3)]
    pub pin: Option<Secret>,
    /// `type`: left out, it is the caller's default, or SIP if he has none.
    #[mor(rename = "type")]
    #[hash(order = 4)]
    pub device_type: Option<DeviceType>,
    /// A device group of the owner.
    #[hash(order = 5)]
    pub devicegroup_id: Option<DeviceGroupId>,
    /// The number shown as caller ID, digits only.
    #[hash(order = 6)]
    pub caller_id: Option<String>,
    /// The extension wanted for the device; for later servers than X5.
    #[nohash]
    pub extension: Option<String>,
    /// The *fromuser* of the device; for later servers than X5.
    #[nohash]
    pub fromuser: Option<String>,
    /// The longest call, in seconds; for later servers than X5.
    #[nohash]
    pub call_timeout: Option<u32>,
}

/// A new device.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct CreatedDevice {
    /// The server's words for success; a callshop's device may get a longer text.
    pub status: Done,
    /// Its ID. Every documented answer has it; without it the device was created all the same.
    pub id: Option<DeviceId>,
    /// Its login name. From X5.
    pub username: Option<String>,
    /// Its password. From X5.
    pub password: Option<Secret>,
}
