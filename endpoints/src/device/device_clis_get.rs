//! `device_clis_get`: lists the CLIs of a device, of a user, or of all devices the caller manages.

use mor_api::{DecodeError, Element, Endpoint, FromXml, ServerTime};

use super::DeviceClisFault;
use crate::{CliId, DeviceId, UserId};

/// Lists the CLIs of a device, of a user, or of all devices the caller manages.
///
/// Added in 2015, after X5. Its parameters have unusual names: `device_id` and `user_id` would be hashed.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "device_clis_get",
    effect = read,
    response = Clis,
    fault = DeviceClisFault,
)]
pub struct DeviceClisGet {
    /// `devices_id`: only CLIs of this device.
    #[mor(rename = "devices_id")]
    #[nohash]
    pub device_id: Option<DeviceId>,
    /// `users_id`: only CLIs of this user, to whom the device must belong if both are given.
    #[mor(rename = "users_id")]
    #[nohash]
    pub user_id: Option<UserId>,
}

/// CLIs.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status", with = Self::from_element)]
pub struct Clis {
    /// One for each CLI; never empty, since no CLIs are a refusal.
    #[mor(rename = "cli_id")]
    pub clis: Vec<Cli>,
}

impl Clis {
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        Ok(Self { clis: element.flat_records("cli_id")? })
    }
}

/// A number or domain by which the server recognizes that a call comes from a device.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Cli {
    /// Its ID.
    #[mor(rename = "cli_id")]
    pub id: CliId,
    /// `cli_cli`: the number.
    #[mor(rename = "cli_cli")]
    pub number: String,
    /// `cli_device`: type and name of its device: `SIP/2201`.
    #[mor(rename = "cli_device")]
    pub device: String,
    /// Its description.
    #[mor(rename = "cli_description")]
    pub description: Option<String>,
    /// When it was added.
    #[mor(rename = "cli_added_at")]
    pub added_at: Option<ServerTime>,
    /// When it was changed.
    #[mor(rename = "cli_updated_at")]
    pub updated_at: Option<ServerTime>,
    /// Name of the IVR that takes calls from it.
    #[mor(rename = "cli_ivr")]
    pub ivr: Option<String>,
    /// A comment.
    #[mor(rename = "cli_comment")]
    pub comment: Option<String>,
    /// Whether e-mail callback is on for it.
    #[mor(rename = "cli_email_callback")]
    pub email_callback: bool,
    /// Whether it is banned.
    #[mor(rename = "cli_banned")]
    pub banned: bool,
}
