//! The refusals of `users_get`.

use mor_api::Fault;

/// Why there is no list of users.
///
/// A wrong password is [`AccessDenied`](mor_api::CommonFault::AccessDenied).
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum UsersFault {
    /// The caller has none.
    #[fault("No Users found")]
    NoUsers,
}
