//! `user_devices`: lists the caller's devices with their passwords.

use mor_api::{Endpoint, FromXml, Secret, ServerTime};

use super::DeviceType;
use crate::{DeviceId, UserId};

/// Lists the caller's devices with their passwords.
///
/// X5 and X8 look at neither hash nor password: who knows a username gets the passwords of its devices. The call
/// marks the user as logged in.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_devices",
    effect = read,
    hash = none,
    response = OwnDevices,
)]
pub struct UserDevices {
    /// `p`: the caller's password; only servers before X5 look at it.
    #[mor(rename = "p")]
    #[nohash]
    pub password: Option<Secret>,
}

/// The caller's devices.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct OwnDevices {
    /// Title of the page in the server's language.
    pub pagename: Option<String>,
    /// Language of the caller.
    pub language: Option<String>,
    /// ID of the caller.
    pub userid: UserId,
    /// One for each device.
    #[mor(path = "devices/device", rows)]
    pub devices: Vec<OwnDevice>,
}

/// A device of the caller.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct OwnDevice {
    /// `acc`: its ID.
    #[mor(rename = "acc")]
    pub id: DeviceId,
    /// A label.
    pub description: Option<String>,
    /// `type`: its type.
    #[mor(rename = "type")]
    pub device_type: DeviceType,
    /// Its extension.
    pub extension: Option<String>,
    /// Its login name.
    pub username: Option<String>,
    /// Its password.
    pub password: Option<Secret>,
    /// `cid`: its caller ID: `"Office" <37060000000>`.
    #[mor(rename = "cid")]
    pub callerid: Option<String>,
    /// When it last registered; the start of 1970 if it never did. X5 and X8 write no zone; other functions of old
    /// servers do.
    pub last_time_registered: Option<ServerTime>,
}
