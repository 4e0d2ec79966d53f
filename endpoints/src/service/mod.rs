//! Services that users subscribe to.
