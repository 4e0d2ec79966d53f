//! Financial statements.
