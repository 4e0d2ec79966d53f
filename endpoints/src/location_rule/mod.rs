//! Localization rules of locations.
