//! The refusals of `subscription_delete`.

use mor_api::Fault;

/// Why a subscription was not deleted.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum SubscriptionDeleteFault {
    /// `subscription_id` is missing.
    #[fault("Subscription was not selected")]
    NotSelected,
    /// The subscription does not exist, or it is not the caller's.
    #[fault("Subscription was not found")]
    NotFound,
    /// The server's data are broken: the subscription has no service.
    #[fault("Subscription' Service was not found, please contact Administrator")]
    ServiceNotFound,
    /// `subscription_delete_action` is missing.
    #[fault("Subscription delete action was not selected")]
    ActionNotSelected,
    /// The action is not possible with this subscription.
    #[fault("Subscription delete action was not found")]
    ActionNotPossible,
    /// Deleting failed.
    #[fault("Subscription was not deleted")]
    NotDeleted,
    /// The vendor's page lists this text among the errors. Known servers send it as a success, so the
    /// subscription may be disabled all the same.
    #[fault("Subscription disabled")]
    Disabled,
}
