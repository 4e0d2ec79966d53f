//! The refusals of `device_create`.

use mor_api::Fault;

/// Why a device was not created.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DeviceCreateFault {
    /// There is no such user, or he is not the caller's.
    #[fault("User was not found")]
    UserNotFound,
    /// The caller may not create devices of this type.
    #[fault("Device type invalid")]
    TypeInvalid,
    /// The user has no such device group.
    #[fault("Device group invalid")]
    GroupInvalid,
    /// Another device has the PIN.
    #[fault("PIN is already used")]
    PinUsed,
    /// The PIN has other characters than digits.
    #[fault("PIN must be numeric")]
    PinNotNumeric,
    /// The caller ID has other characters than digits.
    #[fault("CallerID must be numeric")]
    CallerIdNotNumeric,
    /// The caller is an accountant who may not set caller IDs.
    #[fault("You are not authorized to manage callerid")]
    CallerIdForbidden,
    /// `call_timeout` is not a number. Later servers than X5.
    #[fault("Device Call Timeout must be greater than or equal to 0")]
    CallTimeoutInvalid,
    /// The device could not be saved; the refusal's further messages say why.
    #[fault("Device was not created")]
    NotCreated,
}
