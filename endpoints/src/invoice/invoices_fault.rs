//! The refusals of `invoices_get`.

use mor_api::Fault;

/// Why there is no list of invoices.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum InvoicesFault {
    /// No user has the caller's username.
    #[fault("User was not found", "user not found")]
    UserNotFound,
    /// There is no invoice in this span.
    #[fault("No Invoices found")]
    NotFound,
}
