//! The refusals of `monitoring_addon_activate`.

use mor_api::Fault;

/// Why nothing is done to anybody.
///
/// From X5 on the server answers [`NoSuchFunction`](mor_api::CommonFault::NoSuchFunction).
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum MonitoringFault {
    /// There is no monitoring with this ID, type, and settings of `block` and `email`.
    #[fault("Such monitoring was not found. Verify master-slave database integrity.")]
    NotFound,
    /// A parameter is missing or of the wrong form.
    #[fault("You must supply these params: monitoring_id, users, block, email, mtype")]
    BadParameters,
    /// The add-on is off.
    #[fault("Monitorings addon is disabled")]
    Disabled,
}
