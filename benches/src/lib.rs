//! What the measuring programs share: large answers, contests between ways to do the same work, and those ways.
//!
//! Every figure is the ratio of two times measured in the same run, see [`contest`].

pub mod answers;
pub mod by_hand;
pub mod contest;
pub mod memory;
pub mod report;
pub mod requests;
pub mod serde_way;

/// Errors of the programs, shown to whoever runs them.
pub type Result<T> = core::result::Result<T, Box<dyn core::error::Error + Send + Sync>>;
