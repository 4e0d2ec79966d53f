//! Devices: the accounts with which users make calls, and what belongs to them.
