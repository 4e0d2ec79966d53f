//! Tariffs and their rates.
