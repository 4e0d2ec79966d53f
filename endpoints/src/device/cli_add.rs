//! `cli_add`: adds a CLI to a device.

use mor_api::{Endpoint, Fault};

use crate::{DeviceId, DoneInStatus, IvrId};

/// Adds a CLI to a device: a number or domain by which the server recognizes that a call comes from it.
///
/// The answer does not tell the new ID, but repeating a call does no harm: a number can be added only once.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "cli_add",
    effect = write,
    response = DoneInStatus,
    fault = CliAddFault,
    verify = "`cli_info_get` with the `cli_number` as `cli` tells whose it is",
    at_least_one(cli_number, cli_domain),
)]
pub struct CliAdd {
    /// The device.
    #[hash(order = 1)]
    pub device_id: DeviceId,
    /// The number, digits only. Needed unless `cli_domain` is given.
    #[hash(order = 2)]
    pub cli_number: Option<String>,
    /// The domain; for newer servers. Needed unless `cli_number` is given.
    #[nohash]
    pub cli_domain: Option<String>,
    /// A description.
    #[nohash]
    pub cli_description: Option<String>,
    /// A comment.
    #[nohash]
    pub comment: Option<String>,
    /// Bans the CLI; not banned if left out.
    #[nohash]
    pub banned: Option<bool>,
    /// The IVR that takes calls from this CLI.
    #[nohash]
    pub ivr_id: Option<IvrId>,
}

/// Why a CLI was not added. Where several things are wrong, the server sends a text for each.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CliAddFault {
    /// The number is empty.
    #[fault("CLI Number cannot be empty")]
    NumberEmpty,
    /// The number has other characters than digits.
    #[fault("CLI must be numeric")]
    NumberNotNumeric,
    /// A device has this CLI already; the text ends with the name of its owner.
    #[fault(starts_with = "CLI already exists")]
    AlreadyExists(String),
    /// No device was given.
    #[fault("Device ID cannot be empty")]
    DeviceIdEmpty,
    /// There is no such device, or it is not the caller's.
    #[fault("Device was not found")]
    DeviceNotFound,
    /// There is no such IVR.
    #[fault("IVR was not found")]
    IvrNotFound,
    /// The caller is an accountant who may not set an IVR.
    #[fault("You do not have rights to edit this")]
    NotEditable,
}
