//! The refusals of `user_balance_update`.

use mor_api::Fault;

/// Why a balance is not changed.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum BalanceUpdateFault {
    /// There is no such user, or he is not the caller's.
    #[fault("User was not found")]
    UserNotFound,
    /// The balance could not be stored. X5 and X8 misspell the word.
    #[fault("User balance not updated", "User balance not updeted")]
    NotUpdated,
}
