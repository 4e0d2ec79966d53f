//! IVR dial plans and time periods.

mod change;
mod ivr_dial_plan_update;
mod ivr_time_period_update;
mod time_period_fault;

pub use change::Change;
pub use ivr_dial_plan_update::{IvrDialPlanFault, IvrDialPlanUpdate};
pub use ivr_time_period_update::{IvrTimePeriodUpdate, IvrTimePeriodUpdated, Weekday};
pub use time_period_fault::IvrTimePeriodFault;
