//! Which number a provider's rule is about.

use mor_api::WireEnum;

/// Which of a call's numbers a provider's rule is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum RuleSide {
    /// The number that calls.
    Src,
    /// The number that is called.
    Dst,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}
