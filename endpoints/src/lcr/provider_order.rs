//! How an LCR sorts its providers.

use mor_api::WireEnum;

/// How an LCR sorts its providers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum ProviderOrder {
    /// The cheapest first.
    Price,
    /// By their priorities.
    Priority,
    /// By shares in percent.
    Percent,
    /// By the quality of their calls.
    Quality,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}
