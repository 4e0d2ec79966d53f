//! `subscription_update`: changes a subscription.
//!
//! Since MOR X5; changes the server.

use jiff::Timestamp;
use mor_api::Endpoint;

use super::{ChargeOn, SubscriptionFault};
use crate::{Done, SubscriptionId};

/// Changes a subscription; what is left out or empty stays as it is.
///
/// In X8 only the admin and the direct owner of the user find the subscription, an accountant does not.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "subscription_update",
    group = "subscription",
    since = "X5",
    effect = write,
    response = Done,
    fault = SubscriptionFault,
)]
pub struct SubscriptionUpdate {
    /// The subscription to change.
    #[hash(order = 1)]
    pub subscription_id: SubscriptionId,

    /// New start; ignored for a dynamic flat rate.
    #[nohash]
    pub subscription_activation_start: Option<Timestamp>,

    /// New end; ignored for a dynamic flat rate.
    #[nohash]
    pub subscription_activation_end: Option<Timestamp>,

    /// New note.
    #[nohash]
    pub subscription_memo: Option<String>,

    /// Discount in percent, 0 to 100.
    #[nohash]
    pub subscription_discount_percent: Option<u8>,

    /// Day of the month on which a period starts, 1 to 31.
    #[nohash]
    pub subscription_start_period_day: Option<u8>,

    /// Month in which a period starts, 1 to 12.
    #[nohash]
    pub subscription_start_period_month: Option<u8>,

    /// When the balance is charged.
    #[nohash]
    pub subscription_charge_balance_on: Option<ChargeOn>,

    /// Takes the end away.
    #[nohash]
    pub subscription_until_canceled: Option<bool>,

    /// Minutes are kept beyond the end of a month; for flat rates only, ignored for a dynamic one.
    #[nohash]
    pub subscription_no_expiration_at_the_end_of_a_month: Option<bool>,
}
