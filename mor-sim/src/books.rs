//! Money and messages: what the write functions with a state have left behind.

use jiff::Timestamp;
use rust_decimal::Decimal;

use crate::{accounts::Accounts, ledger::Change, params::Params};

/// ID of the first payment and the first message, those of the catalog's samples.
const FIRST_PAYMENT: u64 = 31;
const FIRST_SMS: u64 = 42;

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

/// What was booked and sent since the start.
#[derive(Debug, Default)]
pub(crate) struct Books {
    payments: Vec<Payment>,
    messages: u64,
}

impl Books {
    pub(crate) fn payments(&self) -> &[Payment] {
        &self.payments
    }

    /// ID of the payment that is booked next.
    pub(crate) fn next_payment(&self) -> u64 {
        FIRST_PAYMENT + self.payments.len() as u64
    }

    /// ID of the message that is sent next.
    pub(crate) fn next_sms(&self) -> u64 {
        FIRST_SMS + self.messages
    }

    /// Carries out what a function has decided.
    pub(crate) fn apply(&mut self, change: &Change, params: &Params, accounts: &mut Accounts) {
        match *change {
            Change::Payment { user_id, amount, .. } => self.book(user_id, amount, params, accounts),
            Change::Balance { user_id, amount } => {
                let _ = accounts.credit(user_id, amount);
            }
            Change::Sms { .. } => self.messages += 1,
            Change::Campaign { .. } | Change::Sample => {}
        }
    }

    fn book(&mut self, user_id: u64, amount: Decimal, params: &Params, accounts: &mut Accounts) {
        let Some((username, balance_before)) = accounts.credit(user_id, amount) else { return };
        let text = |name| params.get(name).unwrap_or_default().to_owned();
        self.payments.push(Payment {
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

/// An amount as the server reads it: what is no number counts as 0.
pub(crate) fn decimal(text: Option<&str>) -> Decimal {
    text.and_then(|text| text.trim().parse().ok()).unwrap_or_default()
}
