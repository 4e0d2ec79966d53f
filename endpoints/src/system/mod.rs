//! The server itself.
