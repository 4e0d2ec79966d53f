//! `subscription_create_bulk`: subscribes a user to several services.

use mor_api::{CommaList, Endpoint, FromXml};

use super::{SubscriptionFault, SubscriptionTerms};
use crate::{Done, ServiceId, SubscriptionId, UserId};

/// Subscribes a user to several services; the other parameters hold for each of them.
///
/// A repeated call subscribes him a second time: look at his subscriptions with
/// [`SubscriptionsGet`](super::SubscriptionsGet) before you repeat a call whose outcome is unknown.
///
/// The vendor's page is of September 2020; X8 does not have the function.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "subscription_create_bulk",
    effect = write,
    response = SubscriptionsCreated,
    fault = SubscriptionFault,
    verify = "`subscriptions_get` of each user and the `service_id`; a `subscription_memo` of your own \
              makes them easy to find",
)]
pub struct SubscriptionCreateBulk {
    /// Who gets the subscriptions.
    #[hash(order = 1)]
    pub user_id: UserId,
    /// The services; one that is given twice is subscribed to twice.
    #[hash(order = 2)]
    pub service_id: Vec<ServiceId>,
    /// Subscribes a prepaid user even if his balance is too low.
    #[nohash]
    pub ignore_balance: Option<bool>,
    /// Period, charge and duration of each of them.
    #[mor(flatten)]
    pub terms: SubscriptionTerms,
}

/// New subscriptions.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct SubscriptionsCreated {
    /// The server's words.
    pub success: Done,
    /// Their IDs. Only another client documents the element, so a server may lack it.
    pub ids: Option<CommaList<SubscriptionId>>,
}
