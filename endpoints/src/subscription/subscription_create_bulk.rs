//! `subscription_create_bulk`: subscribes a user to several services.
//!
//! Since: not stated; changes the server.

use jiff::Timestamp;
use mor_api::{CommaList, Endpoint, FromXml};

use super::{ChargeOn, SubscriptionFault};
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
    group = "subscription",
    effect = write,
    response = SubscriptionsCreated,
    fault = SubscriptionFault,
)]
pub struct SubscriptionCreateBulk {
    /// Who gets the subscriptions.
    #[hash(order = 1)]
    pub user_id: UserId,

    /// The services; one that is given twice is subscribed to twice.
    #[hash(order = 2)]
    pub service_id: Vec<ServiceId>,

    /// Day of the month on which a period starts, 1 to 31; 1 if left out.
    #[nohash]
    pub subscription_start_period_day: Option<u8>,

    /// When the balance is charged; at the start of a period if left out.
    #[nohash]
    pub subscription_charge_balance_on: Option<ChargeOn>,

    /// Start of the subscriptions; now if left out.
    #[nohash]
    pub subscription_activation_start: Option<Timestamp>,

    /// End of the subscriptions; a periodic fee needs it unless `subscription_until_canceled` is set.
    #[nohash]
    pub subscription_activation_end: Option<Timestamp>,

    /// A note.
    #[nohash]
    pub subscription_memo: Option<String>,

    /// The subscriptions have no end.
    #[nohash]
    pub subscription_until_canceled: Option<bool>,

    /// Minutes are kept beyond the end of a month; for flat rates only.
    #[nohash]
    pub subscription_no_expiration_at_the_end_of_a_month: Option<bool>,

    /// Subscribes a prepaid user even if his balance is too low.
    #[nohash]
    pub ignore_balance: Option<bool>,

    /// Discount in percent, 0 to 100.
    #[nohash]
    pub subscription_discount_percent: Option<u8>,
}

/// New subscriptions.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[mor(root = "page/status")]
pub struct SubscriptionsCreated {
    /// The server's words.
    pub success: Done,
    /// Their IDs. Only another client documents the element, so a server may lack it.
    pub ids: Option<CommaList<SubscriptionId>>,
}
