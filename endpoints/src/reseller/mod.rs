//! Reseller groups.
