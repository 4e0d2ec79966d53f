//! Whether and when a call is tried again.
//!
//! [`RetryPolicy`] decides, as a pure function: without a clock and without chance. The client keeps the time, asks
//! for chance and counts what its [`RetryBudget`] allows.

mod budget;
mod policy;
mod tries;

pub(super) use self::budget::Bucket;
pub use self::budget::RetryBudget;
pub use self::policy::{Attempt, Decision, RetryPolicy, jitter};
pub(super) use self::tries::Tries;
