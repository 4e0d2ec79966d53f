//! The refusals of `aggregate_get`.

use mor_api::Fault;

/// Why there are no sums.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum AggregateFault {
    /// There is no user `s_originator_id`.
    #[fault("User was not found")]
    UserNotFound,
    /// There is no device `s_device`.
    #[fault("Device was not found")]
    DeviceNotFound,
    /// There is no terminator `s_terminator_id`.
    #[fault("Terminator was not found")]
    TerminatorNotFound,
    /// There is no provider `s_provider`.
    #[fault("Provider was not found")]
    ProviderNotFound,
    /// There is no call of this kind in the period.
    #[fault("No data found")]
    NoData,
}
