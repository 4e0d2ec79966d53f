//! `subscriptions_get`: lists subscriptions.

use jiff::Timestamp;
use mor_api::{Endpoint, FromXml, ServerTime};
use rust_decimal::Decimal;

use super::SubscriptionsFault;
use crate::service::ServiceType;
use crate::{ServiceId, SubscriptionId, UserId};

/// Lists subscriptions that match all given filters. A plain user may call it in X8 and sees his own.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "subscriptions_get",
    since = "X5",
    effect = read,
    response = Subscriptions,
    fault = SubscriptionsFault,
)]
pub struct SubscriptionsGet {
    /// Only subscriptions to this service; to all if left out.
    #[nohash]
    pub service_id: Option<ServiceId>,
    /// Only those that start then or later. Without an end, the server adds all that have none.
    #[nohash]
    pub subscription_activation_start: Option<Timestamp>,
    /// Only those that end then or earlier.
    #[nohash]
    pub subscription_activation_end: Option<Timestamp>,
    /// Only those with exactly this note.
    #[nohash]
    pub subscription_memo: Option<String>,
    /// Those without an end, too.
    #[nohash]
    pub subscription_until_canceled: Option<bool>,
    /// Only subscriptions of this user; of all if left out.
    #[nohash]
    pub user_id: Option<UserId>,
}

/// The subscriptions that match.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct Subscriptions {
    /// One for each subscription.
    #[mor(path = "subscriptions/subscription", rows)]
    pub subscriptions: Vec<Subscription>,
}

/// A subscription.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Subscription {
    /// Its ID. Since 2015.
    pub id: Option<SubscriptionId>,
    /// Name of the user.
    pub user: String,
    /// The device, if it belongs to one.
    pub device: Option<String>,
    /// Name of the service. `None` if the service no longer exists, as are its type and price.
    pub service: Option<String>,
    /// Its start.
    pub from: ServerTime,
    /// Its end, if it has one.
    pub till: Option<ServerTime>,
    /// Seconds that are left of a flat rate.
    pub time_left: Option<i64>,
    /// A note.
    pub memo: Option<String>,
    /// `type`: what the service charges for.
    #[mor(rename = "type")]
    pub service_type: Option<ServiceType>,
    /// Price of the service.
    pub price: Option<Decimal>,
    /// ID of the user.
    pub user_id: UserId,
}

#[cfg(test)]
mod tests {
    use mor_api::from_xml_strict;

    use super::*;

    #[test]
    fn a_subscription_whose_service_is_gone_is_listed() {
        let row = "<subscription><id>5</id><user>Ona J</user><device></device><service></service>\
            <from>2014-01-02 03:04:05 +0200</from><till></till><time_left></time_left><memo></memo><type></type>\
            <price></price><user_id>3</user_id></subscription>";
        for count in [0, 1, 3] {
            let rows = row.repeat(count);
            let xml = format!("<page><status><subscriptions>{rows}</subscriptions></status></page>");
            let (list, unknown) = from_xml_strict::<Subscriptions>(&xml).unwrap();
            assert!(unknown.is_empty(), "{unknown:?}");
            assert_eq!(list.subscriptions.len(), count);
            let is_bare =
                |row: &Subscription| (&row.service, &row.service_type, row.price) == (&None, &None, None);
            assert!(list.subscriptions.iter().all(is_bare));
        }
    }
}
