//! The payments that were booked since the start.

use jiff::Timestamp;
use rust_decimal::Decimal;

use super::accounts::Accounts;
use crate::http::Params;

/// ID of the first payment, as in the catalog's sample.
const FIRST: u64 = 31;

/// A payment as the lists show it.
#[derive(Debug, Clone)]
pub(crate) struct Payment {
    pub(crate) user_id: u64,
    pub(crate) username: String,
    pub(crate) payer_email: String,
    pub(crate) transaction: String,
    pub(crate) kind: String,
    pub(crate) amount: Decimal,
    pub(crate) fee: Decimal,
    pub(crate) currency: String,
    pub(crate) comment: String,
    pub(crate) balance_before: Decimal,
    pub(crate) time: Timestamp,
}

/// All payments, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Payments(Vec<Payment>);

impl Payments {
    pub(crate) fn list(&self) -> &[Payment] {
        &self.0
    }

    /// ID of the next payment.
    pub(crate) fn next_id(&self) -> u64 {
        FIRST + self.0.len() as u64
    }

    /// Books a payment and moves the balance of the user.
    pub(crate) fn book(&mut self, user_id: u64, amount: Decimal, params: &Params, accounts: &mut Accounts) {
        let Some((username, balance_before)) = accounts.credit(user_id, amount) else { return };
        let text = |name| params.get(name).unwrap_or_default().to_owned();
        self.0.push(Payment {
            user_id,
            username,
            payer_email: text("payer_email"),
            transaction: text("transaction"),
            kind: text("paymenttype"),
            amount,
            fee: decimal(params.get("fee")),
            currency: text("p_currency"),
            comment: text("comments_for_user"),
            balance_before,
            time: Timestamp::now(),
        });
    }
}

/// Reads an amount as the server does: a value that is not a number counts as 0.
pub(crate) fn decimal(text: Option<&str>) -> Decimal {
    text.and_then(|text| text.trim().parse().ok()).unwrap_or_default()
}
