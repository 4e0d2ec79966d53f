//! PBX pools.
