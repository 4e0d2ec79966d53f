//! `subscription_create`: subscribes a user to a service.

use mor_api::{Endpoint, FromXml};

use super::{SubscriptionFault, SubscriptionTerms};
use crate::{Done, ServiceId, SubscriptionId, UserId};

/// Subscribes a user to a service. A prepaid user pays the first period at once.
///
/// A repeated call subscribes him a second time. Older servers do not tell the new ID: look for it with
/// [`SubscriptionsGet`](super::SubscriptionsGet) before you repeat a call whose outcome is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "subscription_create",
    since = "X5",
    effect = write,
    response = SubscriptionCreated,
    fault = SubscriptionFault,
    verify = "`subscriptions_get` of the `user_id` and `service_id`; a `subscription_memo` of your own \
              makes it easy to find",
)]
pub struct SubscriptionCreate {
    /// Who gets the subscription.
    #[hash(order = 1)]
    pub user_id: UserId,
    /// The service.
    #[hash(order = 2)]
    pub service_id: ServiceId,
    /// Month in which a period starts, 1 to 12; 1 if left out.
    #[nohash]
    pub subscription_start_period_month: Option<u8>,
    /// Subscribes a prepaid user even if his balance is too low.
    #[nohash]
    pub ignore_balance: Option<bool>,
    /// Charges for the time before now as well.
    #[nohash]
    pub subscription_charge_for_past: Option<bool>,
    /// Period, charge and duration.
    #[mor(flatten)]
    pub terms: SubscriptionTerms,
}

/// A new subscription.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct SubscriptionCreated {
    /// The server's words.
    pub success: Done,
    /// Its ID. X8 does not send it, and only another client documents it.
    pub id: Option<SubscriptionId>,
}
