//! The refusals of the functions for one invoice.

use mor_api::Fault;

/// Why a function for one invoice refuses.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum InvoiceFault {
    /// There is no such invoice.
    #[fault("Invoice was not found")]
    NotFound,
}
