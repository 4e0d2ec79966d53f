//! Short messages.
