//! The refusals of `subscriptions_get`.

use mor_api::Fault;

/// Why there is no list of subscriptions.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum SubscriptionsFault {
    /// None matches: an empty list is a refusal.
    #[fault("No Subscriptions found")]
    NoSubscriptions,
    /// The accountant lacks the right to subscriptions.
    #[fault("You are not authorized to manage Subscriptions")]
    MayNotManage,
}
