//! Queues of calls.
