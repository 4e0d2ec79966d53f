//! Serialization without types.

/// What can be serialized without its type being known: everything with the feature `serde`, nothing without it.
#[cfg(feature = "serde")]
pub(super) use erased_serde::Serialize as Serializable;

#[cfg(not(feature = "serde"))]
pub(super) trait Serializable {}

#[cfg(not(feature = "serde"))]
impl<T> Serializable for T {}
