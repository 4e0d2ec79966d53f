//! IVR dial plans and time periods.
