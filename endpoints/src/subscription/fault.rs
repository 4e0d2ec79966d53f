//! The refusals of the functions that set a subscription's values.

use mor_api::Fault;

/// Why a subscription was neither created nor changed.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum SubscriptionFault {
    /// The subscription does not exist, or it is not one the caller may change.
    #[fault("Subscription was not found")]
    NotFound,
    /// `service_id` is missing.
    #[fault("Service was not selected")]
    ServiceNotSelected,
    /// A service does not exist, or it is not the caller's.
    #[fault("Service was not found", "One or more Service was not found")]
    ServiceNotFound,
    /// `user_id` is missing.
    #[fault("User was not selected")]
    UserNotSelected,
    /// The user does not exist, or he is not the caller's.
    #[fault("User was not found")]
    UserNotFound,
    /// An admin, accountant or partner has no subscriptions.
    #[fault("Service cannot be subscribed to this User")]
    NotForThisUser,
    /// The start is no timestamp.
    #[fault("Subscription activation start date must be valid timestamp")]
    InvalidStart,
    /// The end is no timestamp.
    #[fault("Subscription activation end date must be valid timestamp")]
    InvalidEnd,
    /// The start is not before the end. X8 says so as well when a periodic fee has no end.
    #[fault("Activation start date must be earlier than end date.")]
    StartNotBeforeEnd,
    /// A dynamic flat rate lasts a month at least.
    #[fault("Activation end date must be higher by at least one month")]
    ShorterThanAMonth,
    /// The start is before the user was registered.
    #[fault("Activation start date must be later than user registration date.")]
    StartBeforeRegistration,
    /// Only the minutes of a flat rate can be kept beyond the end of a month.
    #[fault("Service is not flat rate")]
    NotFlatRate,
    /// A prepaid user cannot pay the first period.
    #[fault("User has insufficient balance")]
    InsufficientBalance,
}
