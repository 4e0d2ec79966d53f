//! The refusals of `did_create`.

use mor_api::Fault;

/// Why a DID was not created.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DidCreateFault {
    /// The provider does not exist.
    #[fault("Provider was not found")]
    ProviderNotFound,
    /// The provider is somebody else's.
    #[fault("Your are not authorized to use this Provider")]
    ForeignProvider,
    /// The caller is an accountant without the right, or a reseller where resellers may not add DIDs.
    #[fault("You are not authorized to manage DIDs")]
    MayNotManageDids,
    /// There is a DID with this number.
    #[fault("DID already exists")]
    AlreadyExists,
    /// The number is missing or not made of digits.
    #[fault("Invalid DID specified")]
    InvalidNumber,
    /// The server could not create it.
    #[fault("DID creation failed")]
    Failed,
}
