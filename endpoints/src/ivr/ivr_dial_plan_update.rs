//! `ivr_dial_plan_update`: sets or clears the time periods of an IVR dial plan.

use mor_api::{Endpoint, Fault};

use super::Change;
use crate::{DialPlanId, Done, IvrTimePeriodId};

/// Sets or clears the time periods of an IVR dial plan; what is left out stays as it is.
///
/// The vendor's page and another client hash the username in front of the ID. No published hash confirms it.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "ivr_dial_plan_update",
    since = "X14",
    effect = write,
    caller = hashed(1),
    response = Done,
    fault = IvrDialPlanFault,
)]
pub struct IvrDialPlanUpdate {
    /// The dial plan to change.
    #[hash(order = 2)]
    pub ivr_dial_plan_id: DialPlanId,
    /// The first time period.
    #[nohash]
    pub time_period1: Option<Change<IvrTimePeriodId>>,
    /// The second time period.
    #[nohash]
    pub time_period2: Option<Change<IvrTimePeriodId>>,
    /// The third time period.
    #[nohash]
    pub time_period3: Option<Change<IvrTimePeriodId>>,
}

/// Why a dial plan is not changed.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum IvrDialPlanFault {
    /// There is no such dial plan, or the caller has no right to it.
    #[fault("Dial plan was not found")]
    NotFound,
    /// There is no such first time period, or the caller has no right to it.
    #[fault("time_period1 was not found")]
    TimePeriod1NotFound,
    /// There is no such second time period, or the caller has no right to it.
    #[fault("time_period2 was not found")]
    TimePeriod2NotFound,
    /// There is no such third time period, or the caller has no right to it.
    #[fault("time_period3 was not found")]
    TimePeriod3NotFound,
}
