//! The status of a DID.

use mor_api::WireEnum;

/// The status of a DID. Answers begin it with a capital.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum DidStatus {
    /// Nobody has it.
    Free,
    /// A user or reseller has it, and nothing uses it yet.
    Reserved,
    /// A device or a dial plan uses it.
    Active,
    /// It is out of use, and can be freed or terminated.
    Closed,
    /// It is out of use, and can be freed or, if it never was used, deleted.
    Terminated,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}
