//! Logging in and out of the GUI.
