//! The refusals of the functions for providers themselves.

use mor_api::Fault;

/// Why a function for providers refuses. No page of the vendor shows these texts: they are another client's.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum ProviderFault {
    /// There is no provider with this ID.
    #[fault("Provider was not found")]
    NotFound,
    /// The provider cannot be deleted; the server does not say why.
    #[fault("Cannot delete provider")]
    NotDeletable,
}
