//! Calls: records of finished ones, and what can be done with running ones.

mod order_by;
mod user_calls_get;

pub use order_by::OrderBy;
pub use user_calls_get::{Call, CallStatus, UserCalls, UserCallsFault, UserCallsGet};
