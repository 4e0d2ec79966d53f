//! Period, charge and duration of a subscription.

use jiff::Timestamp;
use mor_api::ParamSet;

use super::ChargeOn;

/// Period, charge and duration of a subscription, when it is made and later.
#[derive(Debug, Clone, Default, PartialEq, Eq, ParamSet)]
pub struct SubscriptionTerms {
    /// Day of the month on which a period starts, 1 to 31; 1 for a new subscription if left out.
    pub subscription_start_period_day: Option<u8>,
    /// When the balance is charged; at the start of a period for a new subscription if left out.
    pub subscription_charge_balance_on: Option<ChargeOn>,
    /// Start of the subscription; now for a new one if left out. A flat rate lasts whole months.
    pub subscription_activation_start: Option<Timestamp>,
    /// End of the subscription. For a new one X8 takes now if it is left out, so a periodic fee needs it unless
    /// `subscription_until_canceled` is set.
    pub subscription_activation_end: Option<Timestamp>,
    /// A note.
    pub subscription_memo: Option<String>,
    /// The subscription has no end; one that it has is taken away.
    pub subscription_until_canceled: Option<bool>,
    /// Minutes are kept beyond the end of a month; for flat rates only.
    pub subscription_no_expiration_at_the_end_of_a_month: Option<bool>,
    /// Discount in percent, 0 to 100.
    pub subscription_discount_percent: Option<u8>,
}
