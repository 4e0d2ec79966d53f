//! Quick forward rules of DIDs.
