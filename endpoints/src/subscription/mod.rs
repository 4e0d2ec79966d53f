//! Subscriptions: services a user has.
