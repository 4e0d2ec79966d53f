//! The refusals of all quick forward functions.

use mor_api::Fault;

/// Why a quick forward function refuses.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum QuickforwardFault {
    /// The caller is no ordinary user.
    #[fault("You are not authorized to use Quickforwards")]
    NotForThisCaller,
    /// The caller is unknown.
    #[fault("User was not found")]
    UserNotFound,
    /// `quickforwards_dids_get`: the caller has no rule or no DID, what would be an empty list.
    #[fault("Quickforwards list is empty")]
    NoneFound,
    /// The two others: no DID of the caller has this number.
    #[fault("DID was not found")]
    DidNotFound,
    /// `quickforwards_did_update`: calls cannot be forwarded to this number.
    #[fault("Invalid Quickforward number")]
    InvalidNumber,
    /// `quickforwards_did_delete`: calls to the DID are not forwarded.
    #[fault("No Quickforward is assigned to specified DID")]
    NotForwarded,
    /// `quickforwards_did_delete`, `quickforwards_did_update`: the server has no more of the function than this text.
    #[fault("This method available from MOR X5")]
    TooOld,
}
