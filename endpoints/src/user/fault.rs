//! The refusals of the functions that show one user.

use mor_api::{CommonFault, Fault};

/// Why a user is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum UserFault {
    /// There is no such user, or the caller may not see him.
    #[fault("User was not found")]
    NotFound,
    /// One that any function may send.
    #[fault(common)]
    Common(CommonFault),
    /// A text that is not documented.
    #[fault(other)]
    Other(String),
}
