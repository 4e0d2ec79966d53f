//! `device_delete`: deletes a device.

use mor_api::{Endpoint, Fault};

use crate::{DeviceId, DoneInStatus};

/// Deletes a device.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "device_delete",
    aliases = ["device_destroy"],
    since = "11",
    effect = write,
    response = DoneInStatus,
    fault = DeviceDeleteFault,
    verify = "`device_details_get` with the `device` as `device_id` no longer finds it",
)]
pub struct DeviceDelete {
    /// The device.
    #[hash(order = 1)]
    pub device: DeviceId,
}

/// Why a device was not deleted.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DeviceDeleteFault {
    /// There is no such device.
    #[fault("Device was not found")]
    NotFound,
    /// The caller is an accountant who may not do it.
    #[fault("You do not have rights to edit this")]
    NotEditable,
    /// It has calls; all that can be done is to hide its user.
    #[fault(starts_with = "Cannot delete device - it has calls")]
    HasCalls(String),
    /// Calls are forwarded to it.
    #[fault("Device has forwarded calls - we cannot delete it")]
    HasForwardedCalls,
    /// A call flow uses it to detect faxes.
    #[fault("Unable to delete this device - it is used in Call Flow for Fax Detect")]
    UsedForFaxDetection,
    /// It has dial plans.
    #[fault("Device has Dial Plans - we cannot delete it")]
    HasDialPlans,
    /// Localization rules use it.
    #[fault("One or more Location rules are using this Device")]
    UsedByLocationRules,
    /// It belongs to a queue.
    #[fault("Cannot delete device - it is assigned to Queue")]
    AssignedToQueue,
    /// Only the vendor's page lists this text; X5 and X8 do not send it here.
    #[fault("Registration over API is disabled")]
    RegistrationDisabled,
}
