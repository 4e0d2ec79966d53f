//! `devices_get`: lists the devices of a user.

use mor_api::{Endpoint, Fault, Flag, FromXml, Secret};

use super::DeviceType;
use crate::{DeviceGroupId, DeviceId, UserId};

/// Lists the devices of a user, on newer servers with their passwords.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "devices_get",
    aliases = ["device_list"],
    effect = read,
    response = Devices,
    fault = DevicesFault,
)]
pub struct DevicesGet {
    /// The user.
    #[hash(order = 1)]
    pub user_id: UserId,
    /// Lists devices that are hidden and blocked, too; it does if left out.
    #[nohash]
    pub show_hidden_devices: Option<bool>,
}

/// The devices of a user.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct Devices {
    /// One for each device; never empty, since no devices are a refusal.
    #[mor(path = "devices/device", rows)]
    pub devices: Vec<Device>,
}

/// A device. Up to X5 only ID and type are known.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Device {
    /// `device_id`: its ID.
    #[mor(rename = "device_id")]
    pub id: DeviceId,
    /// Its type.
    pub device_type: DeviceType,
    /// Its group.
    pub devicegroup_id: Option<DeviceGroupId>,
    /// Whether it is the user's primary device.
    pub primary_device: Option<Flag>,
    /// Its login name.
    pub username: Option<String>,
    /// `secret`: its password.
    #[mor(rename = "secret")]
    pub password: Option<Secret>,
    /// Its address as the server keeps it; `0.0.0.0` in the sample of one without a fixed address.
    pub ipaddr: Option<String>,
    /// Its port; `0` in the sample of one without a fixed address.
    pub port: Option<u16>,
    /// Its caller ID: `"Bob" <37060000001>`. From November 2021.
    pub callerid: Option<String>,
}

/// Why there is no list of devices.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DevicesFault {
    /// There is no such user.
    #[fault("User not found")]
    UserNotFound,
    /// No user was given.
    #[fault("user_id is empty")]
    UserIdEmpty,
    /// The user has no devices.
    #[fault("Device not found")]
    NoDevices,
}
