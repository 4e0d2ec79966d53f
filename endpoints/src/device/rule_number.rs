//! Which number of a call a rule changes.

use mor_api::WireEnum;

/// Which number of a call a rule changes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum RuleNumber {
    /// `src`. The vendor's page calls it the server's number, probably a slip for the source's.
    #[mor(value = "src")]
    Source,
    /// `dst`: the destination's.
    #[mor(value = "dst")]
    Destination,
    /// A word of another server.
    #[mor(other)]
    Other(String),
}
