//! Calling cards and their groups.
