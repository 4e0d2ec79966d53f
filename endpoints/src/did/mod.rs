//! DIDs: numbers that people call.
