//! `subscription_delete`: deletes or disables a subscription.

use mor_api::{Document, Endpoint, FieldShape, FromXml, Presence, Record, RecordShape, WireEnum};

use super::SubscriptionDeleteFault;
use crate::SubscriptionId;

/// Deletes or disables a subscription and may give money back. The answer says which of it was done.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "subscription_delete",
    since = "X5",
    effect = write,
    response = SubscriptionDeleted,
    fault = SubscriptionDeleteFault,
    verify = "`subscriptions_get` of the user lists what is left; `user_details_get` tells whether \
              money came back to the balance",
)]
pub struct SubscriptionDelete {
    /// The subscription.
    #[hash(order = 1)]
    pub subscription_id: SubscriptionId,
    /// What to do with it.
    #[hash(order = 2)]
    pub subscription_delete_action: SubscriptionDeleteAction,
}

/// What to do with a subscription. One to a one-time fee takes only the first two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum SubscriptionDeleteAction {
    /// `1`: delete it and keep the money.
    #[mor(value = "1")]
    Delete,
    /// `2`: disable it. X8 does so for a postpaid user only: a prepaid one's is deleted and this month's money
    /// returned, one to a one-time fee is deleted and all money returned.
    #[mor(value = "2")]
    Disable,
    /// `3`: delete it and return all money.
    #[mor(value = "3")]
    DeleteAndReturnMoney,
}

/// What was done with the subscription.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum SubscriptionDeleted {
    /// It was deleted, the money was kept.
    #[mor(value = "Subscription deleted")]
    Deleted,
    /// It was disabled.
    #[mor(value = "Subscription disabled")]
    Disabled,
    /// It was deleted, money was returned.
    #[mor(value = "Subscription deleted and money returned")]
    MoneyReturned,
    /// A success in words that are not documented.
    #[mor(other)]
    Other(String),
}

impl Document for SubscriptionDeleted {
    const ROOT: &'static [&'static str] = &["page", "status", "success"];
}

impl Record for SubscriptionDeleted {
    const RECORD: &'static RecordShape = &RecordShape::of_value(
        "SubscriptionDeleted",
        "What was done with the subscription.",
        Self::ROOT,
        &[FieldShape::new(
            "",
            <Self as FromXml>::VALUE,
            Presence::Required,
            "What was done with the subscription.",
        )],
    );
}
