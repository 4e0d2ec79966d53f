//! The refusals of `user_calls_get`.

use mor_api::Fault;

/// Why there is no list of calls.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum UserCallsFault {
    /// `s_user` is no user that the caller may see.
    #[fault("User was not found")]
    UserNotFound,
}
