//! The refusals of the functions for recordings.

use mor_api::Fault;

/// Why a function for recordings refuses.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum RecordingFault {
    /// There is no recording with this ID.
    #[fault("Recording was not found")]
    NotFound,
    /// No recording is of the wanted kind.
    #[fault("Recordings were not found", "No Recordings found")]
    NoneFound,
    /// `date_from` is later than `date_till`.
    #[fault("Date from is greater than date till")]
    FromAfterTill,
    /// `date_from` is no Unix time.
    #[fault("Date from is incorrect format")]
    BadDateFrom,
    /// `date_till` is no Unix time.
    #[fault("Date till is incorrect format")]
    BadDateTill,
    /// A device was named without its user.
    #[fault("s_user_id must be present")]
    UserMissing,
}
