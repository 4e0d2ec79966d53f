//! Balances of users.
