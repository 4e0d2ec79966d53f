//! The refusals of all functions of credit notes.

use mor_api::Fault;

/// Why a function of credit notes refuses. A caller who may not handle them gets
/// [`BadLogin`](mor_api::CommonFault::BadLogin).
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CreditNoteFault {
    /// There is no such credit note, or it is not the caller's. In a list of X8 and later: there is none.
    #[fault("Credit note was not found")]
    NotFound,
    /// There is no such user, or he is not the caller's.
    #[fault("User was not found")]
    UserNotFound,
    /// The date of issue is missing, or another value is not valid.
    #[fault("Credit note was not created")]
    NotCreated,
    /// The changes could not be saved.
    #[fault("Credit note was not updated", "Credit note was not saved")]
    NotUpdated,
}
