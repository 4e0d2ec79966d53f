//! The refusals of `queue_log_get`.

use mor_api::Fault;

/// Why there is no log.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum QueueLogFault {
    /// No entry matches.
    #[fault("No data found")]
    NoEntries,
}
