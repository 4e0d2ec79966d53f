//! Rates as users see them.
