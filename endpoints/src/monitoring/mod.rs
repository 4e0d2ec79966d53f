//! The monitoring add-on.

mod monitoring_addon_activate;

pub use monitoring_addon_activate::{
    MonitoredUser, MonitoringAddonActivate, MonitoringFault, MonitoringResult, MonitoringType,
};
