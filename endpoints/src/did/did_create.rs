//! `did_create`: creates a DID.
//!
//! Since MOR X3; changes the server.

use mor_api::{CommonFault, Endpoint, Fault, FromXml};

use crate::{DidId, Done, ProviderId};

/// Creates a DID under a provider.
///
/// MOR X3 answers in an older layout (the text straight inside `status`, the ID beside it) that is not decoded: there
/// the DID exists although the answer is reported as unreadable.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "did_create",
    group = "did",
    since = "X3",
    effect = write,
    response = DidCreated,
    fault = DidCreateFault,
    verify = "`dids_get` with the `did` as `search_did_number` finds it",
)]
pub struct DidCreate {
    /// The provider the DID comes from. The page lets a reseller leave it out for his default provider; servers
    /// from X5 on want it always.
    #[hash(order = 1)]
    pub provider_id: ProviderId,

    /// The number of the DID, digits only.
    #[hash(order = 2)]
    pub did: String,
}

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

    /// One that any function may send.
    #[fault(common)]
    Common(CommonFault),

    /// A text that is not documented.
    #[fault(other)]
    Other(String),
}

/// The new DID.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[mor(root = "page")]
pub struct DidCreated {
    /// `success`: the server's words for it.
    #[mor(path = "status/success")]
    pub message: Done,
    /// ID of the new DID.
    #[mor(path = "did_details/id")]
    pub id: DidId,
    /// Its number; only if the request asked with `test=1`.
    #[mor(path = "did_details/did")]
    pub did: Option<String>,
}
