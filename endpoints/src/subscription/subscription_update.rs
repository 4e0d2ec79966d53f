//! `subscription_update`: changes a subscription.

use mor_api::Endpoint;

use super::{SubscriptionFault, SubscriptionTerms};
use crate::{Done, SubscriptionId};

/// Changes a subscription; what is left out or empty stays as it is.
///
/// In X8 only the admin and the direct owner of the user find the subscription, an accountant does not.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "subscription_update",
    since = "X5",
    effect = write,
    response = Done,
    fault = SubscriptionFault,
    verify = "`subscriptions_get` of the user shows the subscription",
)]
pub struct SubscriptionUpdate {
    /// The subscription to change.
    #[hash(order = 1)]
    pub subscription_id: SubscriptionId,
    /// Month in which a period starts, 1 to 12.
    #[nohash]
    pub subscription_start_period_month: Option<u8>,
    /// What is changed. Start, end and expiration are ignored for a dynamic flat rate.
    #[mor(flatten)]
    pub terms: SubscriptionTerms,
}
