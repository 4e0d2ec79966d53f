//! Recordings of calls.
