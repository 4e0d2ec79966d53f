//! `payments_get`: lists payments.

use jiff::Timestamp;
use jiff::civil::DateTime;
use mor_api::{Endpoint, Flag, FromXml, Secret, WireEnum};
use rust_decimal::Decimal;

use super::Completion;
use crate::{OrText, UserId};

/// Lists the payments of a period, today if none is given. An ordinary user gets his own only.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "payments_get",
    aliases = ["payments_list"],
    since = "11",
    effect = read,
    response = Payments,
    requires(s_from, s_till),
    requires(s_till, s_from),
)]
pub struct PaymentsGet {
    /// Only payments of this user.
    #[hash(order = 1)]
    pub s_user_id: Option<UserId>,
    /// Start of the period; today 00:00 if left out. Needs `s_till`.
    #[hash(order = 2)]
    pub s_from: Option<Timestamp>,
    /// End of the period; today 23:59 if left out. Needs `s_from`.
    #[hash(order = 3)]
    pub s_till: Option<Timestamp>,
    /// How the ID of the transaction starts.
    #[hash(order = 4)]
    pub s_transaction: Option<String>,
    /// Only completed payments, or only others.
    #[hash(order = 5)]
    pub s_completed: Option<bool>,
    /// How the username starts.
    #[hash(order = 6)]
    pub s_username: Option<String>,
    /// How the first name starts.
    #[hash(order = 7)]
    pub s_first_name: Option<String>,
    /// How the last name starts.
    #[hash(order = 8)]
    pub s_last_name: Option<String>,
    /// Only payments of this type.
    #[hash(order = 9)]
    pub s_paymenttype: Option<PaymentType>,
    /// Lowest amount.
    #[nohash]
    pub s_amount_min: Option<Decimal>,
    /// Highest amount.
    #[hash(order = 10)]
    pub s_amount_max: Option<Decimal>,
    /// Only payments in the currency of this code.
    #[hash(order = 11)]
    pub s_currency: Option<String>,
    /// How the number of the calling card starts.
    #[hash(order = 12)]
    pub s_number: Option<String>,
    /// How the PIN of the calling card starts.
    #[hash(order = 13)]
    pub s_pin: Option<Secret>,
}

impl PaymentsGet {
    /// Only payments from the first moment to the second one.
    #[must_use]
    #[inline]
    pub fn period(self, from: Timestamp, till: Timestamp) -> Self {
        self.s_from(from).s_till(till)
    }

    /// Looks for a payment whose booking got no answer, by the transaction ID it was sent with. Without a period the
    /// server looks at today alone, by its own clock; take one that is certain to hold the moment.
    ///
    /// The server compares only how transaction IDs start: [`Payments::of_transaction`] has the payments that are
    /// meant.
    #[must_use]
    pub fn of_transaction(transaction: impl Into<String>, from: Timestamp, till: Timestamp) -> Self {
        Self::new().s_transaction(transaction).period(from, till)
    }
}

/// Payments.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct Payments {
    /// Title of the page in the server's language.
    pub pagename: Option<String>,
    /// One for each payment.
    #[mor(path = "payments/payment", rows)]
    pub payments: Vec<Payment>,
}

impl Payments {
    /// The payments with exactly this transaction ID. None: it was not booked. More than one: it was booked twice.
    #[inline]
    pub fn of_transaction<'a>(&'a self, transaction: &'a str) -> impl Iterator<Item = &'a Payment> + 'a {
        self.payments.iter().filter(move |payment| payment.transaction_id.as_deref() == Some(transaction))
    }
}

/// A payment in a list.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Payment {
    /// Name of the user, or number and PIN of the calling card as `NUMBER++(PIN)`, or ` Batch Card sale`;
    /// missing if the user is gone. Mind the PIN before you log it.
    pub user: Option<String>,
    /// Who paid, as a rule an e-mail address.
    pub payer: Option<String>,
    /// ID of the transaction in the system that took the money.
    pub transaction_id: Option<String>,
    /// When it was booked.
    pub date: OrText<DateTime>,
    /// When it was confirmed.
    pub confirm_date: Option<OrText<DateTime>>,
    /// `type`: its type, in words for people: `Paypal`, `From_api : manual`.
    #[mor(rename = "type")]
    pub payment_type: Option<String>,
    /// The amount without tax.
    pub amount: Decimal,
    /// What the system that took the money kept.
    pub fee: Decimal,
    /// The amount with tax.
    pub amount_with_tax: Decimal,
    /// Code of the currency of the amounts.
    pub currency: String,
    /// Whether it is completed.
    pub completed: Completion,
    /// Whether the admin confirmed it.
    pub confirmed_by_admin: Flag,
    /// Comment that the user sees; newer servers.
    pub comments_for_user: Option<String>,
    /// The user's balance before it; newer servers.
    pub user_balance_before_payment: Option<Decimal>,
    /// The user's balance after it; newer servers.
    pub user_balance_after_payment: Option<Decimal>,
}

/// The type of a payment as the server stores it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum PaymentType {
    /// Sale of calling cards.
    #[mor(value = "Card")]
    Card,
    /// The service `PayPal`.
    Paypal,
    /// The service `WebMoney`.
    Webmoney,
    /// Ouroboros.
    Ouroboros,
    /// Booked by hand.
    Manual,
    /// `PayPal`, over the payment gateways.
    GatewaysPaypal,
    /// Authorize.Net, over the payment gateways.
    GatewaysAuthorizeNet,
    /// Moneybookers, over the payment integrations.
    IntegrationsMoneybooker,
    /// 2Checkout, over the payment integrations.
    IntegrationsTwoCheckout,
    /// A type that is not listed, such as one that was booked over the API: it is compared letter by letter.
    #[mor(other)]
    Other(String),
}
