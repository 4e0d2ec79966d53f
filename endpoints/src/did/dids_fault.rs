//! The refusals of `dids_get`.

use mor_api::Fault;

/// Why there is no list of DIDs.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DidsFault {
    /// No DID is selected: what would be an empty list.
    #[fault("No DIDs found")]
    NoneFound,
    /// The caller is an accountant without the right.
    #[fault("You are not authorized to manage DIDs")]
    MayNotManageDids,
}
