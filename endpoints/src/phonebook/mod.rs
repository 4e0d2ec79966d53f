//! Phonebooks.
