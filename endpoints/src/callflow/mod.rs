//! Call flows: what a device does with calls that come in.
