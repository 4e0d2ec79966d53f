//! Providers, who carry calls on, and their rules.
