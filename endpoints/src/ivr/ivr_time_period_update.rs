//! `ivr_time_period_update`: changes an IVR time period.

use mor_api::{Endpoint, FromXml, WireEnum};

use super::{Change, IvrTimePeriodFault};
use crate::{Done, IvrTimePeriodId};

/// Changes the name or the limits of an IVR time period; what is left out stays as it is.
///
/// The vendor's page and another client hash the username in front of the ID. No published hash confirms it.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "ivr_time_period_update",
    since = "X14",
    effect = write,
    caller = hashed(1),
    response = IvrTimePeriodUpdated,
    fault = IvrTimePeriodFault,
)]
pub struct IvrTimePeriodUpdate {
    /// The time period to change.
    #[hash(order = 2)]
    pub ivr_time_period_id: IvrTimePeriodId,
    /// New name; may not be blank.
    #[nohash]
    pub name: Option<String>,
    /// Hour of the start, 0 to 23.
    #[nohash]
    pub start_hour: Option<u8>,
    /// Hour of the end, 0 to 23.
    #[nohash]
    pub end_hour: Option<u8>,
    /// Minute of the start, 0 to 59.
    #[nohash]
    pub start_minute: Option<u8>,
    /// Minute of the end, 0 to 59.
    #[nohash]
    pub end_minute: Option<u8>,
    /// First day of the week.
    #[nohash]
    pub start_weekday: Option<Change<Weekday>>,
    /// Last day of the week.
    #[nohash]
    pub end_weekday: Option<Change<Weekday>>,
    /// First month, 1 to 12.
    #[nohash]
    pub start_month: Option<Change<u8>>,
    /// Last month, 1 to 12.
    #[nohash]
    pub end_month: Option<Change<u8>>,
    /// First day of the month, 1 to 31.
    #[nohash]
    pub start_day: Option<Change<u8>>,
    /// Last day of the month, 1 to 31.
    #[nohash]
    pub end_day: Option<Change<u8>>,
}

/// What the function says when it changed a time period.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct IvrTimePeriodUpdated {
    /// The server's words for success.
    pub message: Done,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum Weekday {
    /// Monday.
    #[mor(value = "mon")]
    Monday,
    /// Tuesday.
    #[mor(value = "tue")]
    Tuesday,
    /// Wednesday.
    #[mor(value = "wed")]
    Wednesday,
    /// Thursday.
    #[mor(value = "thu")]
    Thursday,
    /// Friday.
    #[mor(value = "fri")]
    Friday,
    /// Saturday.
    #[mor(value = "sat")]
    Saturday,
    /// Sunday.
    #[mor(value = "sun")]
    Sunday,
}
