//! The refusals of the functions that show one user.

use mor_api::Fault;

/// Why a user is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum UserFault {
    /// There is no such user, or the caller may not see him.
    #[fault("User was not found")]
    NotFound,
}
