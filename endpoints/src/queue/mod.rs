//! Queues of calls.

mod queue_log_fault;
mod queue_log_get;

pub use queue_log_fault::QueueLogFault;
pub use queue_log_get::{QueueLog, QueueLogEntry, QueueLogGet};
