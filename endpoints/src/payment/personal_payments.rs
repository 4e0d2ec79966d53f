//! `personal_payments`: the caller's payments.

use jiff::civil::DateTime;
use mor_api::{Endpoint, FromXml, Secret};
use rust_decimal::Decimal;

use super::Completion;
use crate::{OrText, UserId};

/// The caller's payments.
///
/// Neither a hash nor a password is checked, and the call marks the user as logged in.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "personal_payments",
    effect = read,
    hash = none,
    response = PaymentsOfUser,
)]
pub struct PersonalPayments {
    /// `p`: password of the caller; old versions read it, X5 and X8 do not.
    #[mor(rename = "p")]
    #[nohash]
    pub password: Option<Secret>,
}

/// The payments of one user.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct PaymentsOfUser {
    /// Title of the page in the server's language.
    pub pagename: Option<String>,
    /// Language of the caller: `en`.
    pub language: Option<String>,
    /// `userid`: ID of the caller.
    #[mor(rename = "userid")]
    pub user_id: UserId,
    /// One for each payment.
    #[mor(path = "payments/payment", rows)]
    pub payments: Vec<PersonalPayment>,
}

/// A payment as its user sees it.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct PersonalPayment {
    /// `payment_date`: when it was booked.
    #[mor(rename = "payment_date")]
    pub date: OrText<DateTime>,
    /// `confirmed_date`: when it was confirmed.
    #[mor(rename = "confirmed_date")]
    pub confirm_date: Option<OrText<DateTime>>,
    /// Its type, in words for people: `Manual`, `Paypal`.
    pub payment_type: String,
    /// The amount without tax.
    pub amount: Decimal,
    /// Tax, in percent; empty for a voucher without one.
    #[mor(rename = "vat")]
    pub vat_percent: Option<Decimal>,
    /// `amount_vat`: the amount with tax.
    #[mor(rename = "amount_vat")]
    pub amount_with_tax: Decimal,
    /// Code of the currency of the amounts.
    pub currency: String,
    /// Whether it is completed.
    pub completed: Completion,
}
