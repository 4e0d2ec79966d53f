//! `cli_info_get`: finds the user and the device a CLI belongs to.

use mor_api::{Endpoint, Fault, FromXml};

use crate::{DeviceId, UserId};

/// Finds the user and the device a CLI belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "cli_info_get",
    aliases = ["cli_get_info"],
    since = "X4",
    effect = read,
    response = CliOwner,
    fault = CliInfoFault,
    at_least_one(cli, domain),
)]
pub struct CliInfoGet {
    /// The number of the CLI. Needed unless `domain` is given.
    #[nohash]
    pub cli: Option<String>,
    /// The domain of the CLI; for newer servers. Needed unless `cli` is given.
    #[nohash]
    pub domain: Option<String>,
}

/// To whom a CLI belongs.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/cli/device")]
pub struct CliOwner {
    /// The owner of the device.
    pub user_id: UserId,
    /// The device.
    pub device_id: DeviceId,
}

/// Why a CLI was not found.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CliInfoFault {
    /// There is no such CLI, or it is not the caller's.
    #[fault("CLI not found")]
    NotFound,
    /// The number is empty.
    #[fault("CLI is empty")]
    NumberEmpty,
    /// The number has other characters than digits.
    #[fault("CLI is not a number")]
    NumberNotNumeric,
    /// The CLI belongs to no device.
    #[fault("Device not found")]
    DeviceNotFound,
    /// The CLI's device belongs to no user.
    #[fault("Device user not found")]
    UserNotFound,
}
