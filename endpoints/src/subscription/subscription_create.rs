//! `subscription_create`: subscribes a user to a service.
//!
//! Since MOR X5; changes the server.

use jiff::Timestamp;
use mor_api::{Endpoint, FromXml};

use super::{ChargeOn, SubscriptionFault};
use crate::{Done, ServiceId, SubscriptionId, UserId};

/// Subscribes a user to a service. A prepaid user pays the first period at once.
///
/// A repeated call subscribes him a second time. Older servers do not tell the new ID: look for it with
/// [`SubscriptionsGet`](super::SubscriptionsGet) before you repeat a call whose outcome is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "subscription_create",
    group = "subscription",
    since = "X5",
    effect = write,
    response = SubscriptionCreated,
    fault = SubscriptionFault,
)]
pub struct SubscriptionCreate {
    /// Who gets the subscription.
    #[hash(order = 1)]
    pub user_id: UserId,

    /// The service.
    #[hash(order = 2)]
    pub service_id: ServiceId,

    /// Day of the month on which a period starts, 1 to 31; 1 if left out.
    #[nohash]
    pub subscription_start_period_day: Option<u8>,

    /// Month in which a period starts, 1 to 12; 1 if left out.
    #[nohash]
    pub subscription_start_period_month: Option<u8>,

    /// When the balance is charged; at the start of a period if left out.
    #[nohash]
    pub subscription_charge_balance_on: Option<ChargeOn>,

    /// Start of the subscription; now if left out. A flat rate lasts whole months.
    #[nohash]
    pub subscription_activation_start: Option<Timestamp>,

    /// End of the subscription. X8 takes now if it is left out, so a periodic fee needs it unless
    /// `subscription_until_canceled` is set.
    #[nohash]
    pub subscription_activation_end: Option<Timestamp>,

    /// A note.
    #[nohash]
    pub subscription_memo: Option<String>,

    /// The subscription has no end.
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

    /// Charges for the time before now as well.
    #[nohash]
    pub subscription_charge_for_past: Option<bool>,
}

/// A new subscription.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[mor(root = "page/status")]
pub struct SubscriptionCreated {
    /// The server's words.
    pub success: Done,
    /// Its ID. X8 does not send it, and only another client documents it.
    pub id: Option<SubscriptionId>,
}
