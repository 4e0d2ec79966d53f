//! The refusals of the function that changes IVR time periods.

use mor_api::Fault;

/// Why a time period is not changed.
///
/// The vendor's page misspells *between* everywhere and *end* in most places; servers may spell them right.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum IvrTimePeriodFault {
    /// There is no such time period.
    #[fault("Time period was not found")]
    NotFound,
    /// The changes could not be saved.
    #[fault("Time period was not updated")]
    NotUpdated,
    /// `name` is blank.
    #[fault("name value cannot be blank")]
    NameBlank,
    /// `start_hour` is not between 0 and 23.
    #[fault("start_hour must be between 0 and 23", "start_hour must be beetween 0 and 23")]
    StartHour,
    /// `end_hour` is not between 0 and 23.
    #[fault(
        "end_hour must be between 0 and 23",
        "end_hour must be beetween 0 and 23",
        "send_hour must be beetween 0 and 23"
    )]
    EndHour,
    /// `start_minute` is not between 0 and 59.
    #[fault("start_minute must be between 0 and 59", "start_minute must be beetween 0 and 59")]
    StartMinute,
    /// `end_minute` is not between 0 and 59; the vendor's page prints 5.
    #[fault(
        "end_minute must be between 0 and 59",
        "end_minute must be beetween 0 and 59",
        "send_minute must be beetween 0 and 59",
        "send_minute must be beetween 0 and 5"
    )]
    EndMinute,
    /// `start_weekday` is no day of the week.
    #[fault("Valid start_weekday values are mon, tue, wed, thu, fri, sat, sun")]
    StartWeekday,
    /// `end_weekday` is no day of the week.
    #[fault("Valid end_weekday values are mon, tue, wed, thu, fri, sat, sun")]
    EndWeekday,
    /// `start_month` is not between 1 and 12.
    #[fault("start_month must be between 1 and 12", "start_month must be beetween 1 and 12")]
    StartMonth,
    /// `end_month` is not between 1 and 12.
    #[fault(
        "end_month must be between 1 and 12",
        "end_month must be beetween 1 and 12",
        "send_month must be beetween 1 and 12"
    )]
    EndMonth,
    /// `start_day` is not between 1 and 31.
    #[fault("start_day must be between 1 and 31", "start_day must be beetween 1 and 31")]
    StartDay,
    /// `end_day` is not between 1 and 31.
    #[fault(
        "end_day must be between 1 and 31",
        "end_day must be beetween 1 and 31",
        "send_day must be beetween 1 and 31"
    )]
    EndDay,
}
