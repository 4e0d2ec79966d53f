//! The monitoring add-on.
