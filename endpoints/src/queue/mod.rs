//! Queues of calls.

mod queue_log_get;

pub use queue_log_get::{QueueLog, QueueLogEntry, QueueLogFault, QueueLogGet};
