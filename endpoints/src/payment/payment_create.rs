//! `payment_create`: books a payment of a user.

use jiff::civil::DateTime;
use mor_api::{DecodeError, Element, Endpoint, Flag, FromXml};
use rust_decimal::Decimal;

use super::PaymentCreateFault;
use crate::{PaymentId, UserId};

/// Books a payment of a user and adds it to his balance.
///
/// With the server's setting *API Payment Confirmation* on, the payment waits for the admin and the balance
/// stays as it is. A negative amount lowers the balance. The server must allow payments over the API.
///
/// Do not repeat a call whose outcome is unknown: the payment would be booked twice. Send a `transaction` of your own
/// and look for it first, with [`PaymentsGet::of_transaction`](super::PaymentsGet::of_transaction).
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "payment_create",
    aliases = ["create_payment"],
    since = "12",
    effect = write,
    response = PaymentCreated,
    fault = PaymentCreateFault,
    verify = "`payments_get` finds it by `s_transaction`, the start of the `transaction` you sent; \
              without one compare `s_user_id`, the period and the amount",
)]
pub struct PaymentCreate {
    /// The user who pays, one of the caller's.
    #[hash(order = 1)]
    pub user_id: UserId,
    /// Description of the payment. Undocumented; X5 and X8 know it.
    #[hash(order = 2)]
    pub description: Option<String>,
    /// `p_currency`: code of the currency of `amount`: `EUR`.
    #[mor(rename = "p_currency")]
    #[hash(order = 3)]
    pub currency: String,
    /// `paymenttype`: how it was paid, in words of your own; lists show it as `From_api : manual`.
    #[mor(rename = "paymenttype")]
    #[hash(order = 4)]
    pub payment_type: Option<String>,
    /// Whether `amount` includes the tax; if left out, the tax is added to it.
    #[hash(order = 5)]
    pub tax_in_amount: Option<bool>,
    /// The amount.
    #[hash(order = 6)]
    pub amount: Decimal,
    /// ID of the transaction in the system that took the money.
    #[hash(order = 7)]
    pub transaction: Option<String>,
    /// E-mail address of the payer.
    #[hash(order = 8)]
    pub payer_email: Option<String>,
    /// What the system that took the money kept. Undocumented; X5 and X8 know it.
    #[hash(order = 9)]
    pub fee: Option<Decimal>,
    /// When the payment was confirmed. Undocumented, the format, too; X5 and X8 know it.
    #[nohash]
    pub shipped_at: Option<DateTime>,
    /// Comment that the user sees; newer servers. Whether they hash it is not established.
    #[nohash]
    pub comments_for_user: Option<String>,
}

/// A payment was booked.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/response", with = Self::from_element)]
pub struct PaymentCreated {
    /// Whether it counts already; if not, it waits for the admin. Servers of 2023 and later.
    pub confirmed: Option<Flag>,
    /// The payment. Every known version sends it; an `ok` without it is still a success.
    pub payment: Option<CreatedPayment>,
}

/// A booked payment; how many decimals its amounts have is a setting of the server. Every known version sends all of
/// it; what is missing or empty does not turn a booked payment into an error.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct CreatedPayment {
    /// Code of the currency of the amounts.
    #[mor(attribute)]
    pub currency: Option<String>,
    /// ID of the payment.
    pub payment_id: Option<PaymentId>,
    /// The tax.
    pub tax: Option<Decimal>,
    /// The amount without tax.
    pub amount: Option<Decimal>,
    /// The amount with tax.
    pub gross: Option<Decimal>,
}

/// The answer as it comes.
#[derive(FromXml)]
struct Answer {
    status: String,
    confirmed: Option<Flag>,
    payment: Option<CreatedPayment>,
}

impl PaymentCreated {
    /// No status but `ok` is a success.
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let Answer { status, confirmed, payment } = Answer::from_xml(element)?;
        if !status.trim().eq_ignore_ascii_case("ok") {
            return Err(element.refuse(&status));
        }
        Ok(Self { confirmed, payment })
    }
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, from_xml};

    use super::*;

    #[test]
    fn ok_without_details_is_a_success() {
        let created = from_xml::<PaymentCreated>("<page><response><status>ok</status></response></page>");
        assert_eq!(created, Ok(PaymentCreated { confirmed: None, payment: None }));
        let some = "<page><response><status>ok</status><payment><payment_id>31</payment_id><tax></tax></payment>\
            </response></page>";
        let payment = from_xml::<PaymentCreated>(some).unwrap().payment.unwrap();
        assert_eq!((payment.payment_id, payment.tax, payment.currency), (Some(PaymentId(31)), None, None));
        let refused = from_xml::<PaymentCreated>("<page><response><status>failed</status></response></page>");
        assert!(matches!(refused, Err(AnswerError::Refused(_))), "{refused:?}");
        let silent = from_xml::<PaymentCreated>("<page><response></response></page>");
        assert!(matches!(silent, Err(AnswerError::Decode(_))), "{silent:?}");
    }
}
