//! `user_delete`: deletes a user.

use mor_api::{Endpoint, Fault};

use super::UserChanged;
use crate::UserId;

/// Deletes a user. One with calls, payments, DIDs or invoices cannot be deleted.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_delete",
    effect = write,
    response = UserChanged,
    fault = UserDeleteFault,
    verify = "`user_details_get` of the `user_id` no longer finds him",
)]
pub struct UserDelete {
    /// The user to delete.
    #[hash(order = 1)]
    pub user_id: UserId,
}

/// Why a user is not deleted. Where in the answer these texts stand is not documented.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum UserDeleteFault {
    /// There is no such user.
    #[fault("User was not found")]
    NotFound,
    /// He has DIDs.
    #[fault("Cannot delete user - it has DIDs")]
    HasDids,
    /// He has calls.
    #[fault("Cannot delete user - he has some calls")]
    HasCalls,
    /// He has invoices; the vendor's page misspells the word.
    #[fault("Cannot delete User - he has Invoicess", "Cannot delete User - he has Invoices")]
    HasInvoices,
}
