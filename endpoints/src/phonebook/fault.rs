//! The refusals of the functions that write a record.

use mor_api::Fault;

/// Why a record was not written or deleted.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum RecordFault {
    /// There is no such record, or it is another user's.
    #[fault("Record was not found", "Phonebook was not found", "Phonebook record was not found")]
    NotFound,
    /// There is no such user.
    #[fault("User was not found")]
    UserNotFound,
    /// The number is missing.
    #[fault("Record number should have at least one digit")]
    NumberMissing,
    /// The number has other characters than digits.
    #[fault("Record number must be numeric")]
    NumberNotNumeric,
    /// The name is missing, although the text speaks of the speed dial.
    #[fault("Speed Dial name must be provided")]
    NameMissing,
    /// The speed dial has less than two digits.
    #[fault("Speed Dial should have at least two digits")]
    SpeedDialTooShort,
    /// The speed dial has other characters than digits.
    #[fault("Speed Dial must be numeric")]
    SpeedDialNotNumeric,
    /// Another record of the user has the speed dial.
    #[fault("Speed dial must be unique")]
    SpeedDialTaken,
    /// The record could not be saved, for none of the reasons above.
    #[fault("Phonebook was not saved")]
    NotSaved,
}
