//! The refusals of the functions that set a service's values.

use mor_api::Fault;

/// Why a service was neither created nor changed. Only the first of several reasons is reported.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum ServiceFault {
    /// The ID is missing.
    #[fault("Service was not selected")]
    NotSelected,
    /// There is no such service, or it is not the caller's.
    #[fault("Service was not found")]
    NotFound,
    /// The name is missing.
    #[fault("Service must have name")]
    NoName,
    /// The type is missing.
    #[fault("Service must have service type")]
    NoType,
    /// The server does not know the type.
    #[fault("Service Type is invalid")]
    UnknownType,
    /// A flat rate needs `service_minutes_per_month`.
    #[fault("Flat Rate Service must have quantity")]
    NoMinutes,
    /// `service_minutes_per_month` is no number.
    #[fault("Quantity must be numeric")]
    MinutesNotNumeric,
    /// `service_minutes_per_month` is no positive whole number.
    #[fault("Quantity must be greater than zero")]
    MinutesNotPositive,
    /// `service_sell_price` is no number.
    #[fault("Service Price must be numeric")]
    PriceNotNumeric,
    /// `service_self_cost` is no number.
    #[fault("Service Self Cost must be numeric")]
    SelfCostNotNumeric,
    /// `new_owner_id` is no reseller, or the caller may not name an owner.
    #[fault("Reseller was not found")]
    OwnerNotFound,
}
