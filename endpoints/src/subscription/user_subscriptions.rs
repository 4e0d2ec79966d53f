//! `user_subscriptions`: lists the caller's subscriptions.

use mor_api::{Endpoint, FromXml, Secret, ServerTime};
use rust_decimal::Decimal;

use crate::{OrText, UserId};

/// Lists the subscriptions of the caller, and marks him as logged in.
///
/// X5 and X8 check neither hash nor password: whoever knows the username gets the answer. No page of the
/// vendor describes the function.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_subscriptions",
    effect = read,
    hash = none,
    response = SubscriptionsOfUser,
)]
pub struct UserSubscriptions {
    /// Password of the caller; old servers read it.
    #[nohash]
    pub p: Option<Secret>,
}

/// The caller's subscriptions.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct SubscriptionsOfUser {
    /// Title of the page in the server's language.
    pub pagename: Option<String>,
    /// Language of the caller.
    pub language: Option<String>,
    /// ID of the caller.
    pub userid: UserId,
    /// One for each subscription.
    #[mor(path = "subscriptions/subscription", rows)]
    pub subscriptions: Vec<UserSubscription>,
}

/// A subscription of the caller. Times come as the database prints them, which depends on the version: no answer with
/// them was observed.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct UserSubscription {
    /// Name of the service.
    pub service: String,
    /// When it was added.
    pub date_added: Option<OrText<ServerTime>>,
    /// Its start.
    pub activation_start: Option<OrText<ServerTime>>,
    /// Its end, if it has one.
    pub activation_end: Option<OrText<ServerTime>>,
    /// Price of the service.
    pub price: Option<Decimal>,
}

#[cfg(test)]
mod tests {
    use mor_api::from_xml;

    use super::*;

    #[test]
    fn times_of_other_forms_are_kept() {
        let xml = "<page><userid>2</userid><subscriptions><subscription><service>Fee</service>\
            <date_added>Sun Mar 01 10:00:00 +0200 2015</date_added>\
            <activation_start>2015-03-01 00:00:00 UTC</activation_start><activation_end></activation_end>\
            <price></price></subscription></subscriptions></page>";
        let list = from_xml::<SubscriptionsOfUser>(xml).unwrap();
        let [row] = &list.subscriptions[..] else { panic!("{list:?}") };
        assert_eq!(row.date_added, Some(OrText::Text("Sun Mar 01 10:00:00 +0200 2015".to_owned())));
        let start = row.activation_start.as_ref().and_then(OrText::known).unwrap();
        assert_eq!(start.to_string(), "2015-03-01 00:00:00 UTC");
        assert_eq!((&row.activation_end, row.price), (&None, None));
    }
}
