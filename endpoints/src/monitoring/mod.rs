//! The monitoring add-on.

mod monitoring_addon_activate;
mod monitoring_fault;

pub use monitoring_addon_activate::{
    MonitoredUser, MonitoringAddonActivate, MonitoringResult, MonitoringType,
};
pub use monitoring_fault::MonitoringFault;
