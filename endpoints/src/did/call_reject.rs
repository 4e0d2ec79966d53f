//! What becomes of calls that the rates of a DID would have rejected.

use mor_api::WireEnum;

/// Whether calls are rejected by the rates of a DID.
///
/// The vendor's page says no more than *reject* and *apply*.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum CallReject {
    /// `0`: the rates apply.
    #[mor(value = "0")]
    Apply,
    /// `1`: calls are rejected.
    #[mor(value = "1")]
    Reject,
    /// A value of a newer server.
    #[mor(other)]
    Other(String),
}
