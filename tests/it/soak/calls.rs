//! The calls: each has a tag of its own that travels as a parameter, so that it is found again in ledger and records.

use jiff::Timestamp;
use mor_api::{Client, Endpoint, Error, Outcome};
use mor_endpoints::balance::{UserBalanceGet, UserBalanceUpdate};
use mor_endpoints::call::UserCallsGet;
use mor_endpoints::device::DeviceCreate;
use mor_endpoints::payment::{PaymentCreate, PaymentsGet};
use mor_endpoints::sms::SmsSend;
use mor_endpoints::{SmsLcrId, UserId};
use mor_sim::Decimal;

/// Who gets the payments: `some_user` of the simulator.
pub const PAYER: u64 = 2;

/// An id that no account has.
const NOBODY: u64 = 99;

/// Accounts and payments that are read have amounts of their own, so that a mixed-up answer is noticed.
pub const KNOWN: u64 = 40;

/// What is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Payment,
    /// A payment of a user that does not exist.
    RefusedPayment,
    Sms,
    BalanceUpdate,
    Device,
    Balance,
    Payments,
    /// Read row by row.
    Rows,
}

/// What the client told its caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// A write was done; with the ID it got, where that is unique.
    Done(Option<u64>),
    /// Nothing was sent.
    NotSent,
    /// The server refused.
    Refused,
    /// A write may or may not have been done.
    Unknown,
    /// Nothing: its future was dropped.
    Abandoned,
    /// A read came with the right values.
    Right,
    /// A read came with other values.
    Wrong(String),
    /// A read failed.
    Failed,
}

impl Kind {
    /// Of every twenty calls twelve are writes that can be done.
    pub fn of(number: u64) -> Self {
        match number % 20 {
            0..=6 => Self::Payment,
            7..=9 => Self::Sms,
            10 => Self::BalanceUpdate,
            11 => Self::Device,
            12 => Self::RefusedPayment,
            13..=15 => Self::Balance,
            16 | 17 => Self::Payments,
            _ => Self::Rows,
        }
    }

    pub fn is_write(self) -> bool {
        !matches!(self, Self::Balance | Self::Payments | Self::Rows)
    }

    pub fn function(self) -> &'static str {
        match self {
            Self::Payment | Self::RefusedPayment => "payment_create",
            Self::Sms => "sms_send",
            Self::BalanceUpdate => "user_balance_update",
            Self::Device => "device_create",
            Self::Balance => "user_balance_get",
            Self::Payments => "payments_get",
            Self::Rows => "user_calls_get",
        }
    }

    /// The parameter that carries the tag.
    pub fn tag_parameter(self) -> &'static str {
        match self {
            Self::Payment | Self::RefusedPayment => "transaction",
            Self::Sms => "message",
            Self::BalanceUpdate => "balance",
            Self::Device => "description",
            Self::Balance => "currency",
            Self::Payments => "s_amount_min",
            Self::Rows => "s_uniqueid",
        }
    }
}

/// An amount that no other call has.
pub fn amount(number: u64) -> Decimal {
    Decimal::from(number) / Decimal::from(1_000_000)
}

pub fn tag(number: u64) -> String {
    match Kind::of(number) {
        Kind::BalanceUpdate | Kind::Payments => amount(number).to_string(),
        _ => format!("call-{number}"),
    }
}

/// Which of the known accounts or payments a read asks for.
fn known(number: u64) -> u64 {
    1 + number % KNOWN
}

pub fn known_username(index: u64) -> String {
    format!("known-{index}")
}

pub fn known_transaction(index: u64) -> String {
    format!("known-{index}")
}

/// Payments with this transaction of the last and the next hour: the run may cross midnight.
pub fn payments_of(transaction: &str) -> PaymentsGet {
    let hour = jiff::SignedDuration::from_hours(1);
    let now = Timestamp::now();
    PaymentsGet::of_transaction(transaction, now - hour, now + hour)
}

pub async fn call(client: &Client, number: u64) -> Told {
    let tag = tag(number);
    match Kind::of(number) {
        Kind::Payment => {
            let request = PaymentCreate::new(UserId(PAYER), "EUR", amount(number)).transaction(tag);
            send(client, &request, |created| Told::Done(Some(created.payment.unwrap().payment_id.unwrap().0)))
                .await
        }
        Kind::RefusedPayment => {
            let request = PaymentCreate::new(UserId(NOBODY), "EUR", amount(number)).transaction(tag);
            send(client, &request, |created| Told::Done(Some(created.payment.unwrap().payment_id.unwrap().0)))
                .await
        }
        Kind::Sms => {
            let request = SmsSend::new(SmsLcrId(1), "37060000001", "37060000002", tag);
            send(client, &request, |sent| Told::Done(Some(sent.id.unwrap().0))).await
        }
        Kind::BalanceUpdate => {
            let request = UserBalanceUpdate::new(UserId(PAYER), amount(number));
            send(client, &request, |_| Told::Done(None)).await
        }
        Kind::Device => {
            let request = DeviceCreate::new(UserId(PAYER)).description(tag);
            send(client, &request, |_| Told::Done(None)).await
        }
        Kind::Balance => {
            let request = UserBalanceGet::new(known_username(known(number))).currency(tag);
            send(client, &request, |balance| compare(&balance.amount, &Decimal::from(known(number)))).await
        }
        Kind::Payments => {
            let transaction = known_transaction(known(number));
            let request = payments_of(&transaction).s_amount_min(amount(number));
            send(client, &request, |found| {
                let amounts: Vec<Decimal> =
                    found.of_transaction(&transaction).map(|payment| payment.amount).collect();
                compare(&amounts, &vec![Decimal::from(known(number))])
            })
            .await
        }
        Kind::Rows => rows(client, tag).await,
    }
}

async fn send<E: Endpoint + Sync>(
    client: &Client,
    request: &E,
    success: impl FnOnce(E::Response) -> Told,
) -> Told {
    client.send(request).await.map_or_else(|error| told(&error), success)
}

/// The two calls of the catalog's sample, or an error, but never one of them alone.
async fn rows(client: &Client, tag: String) -> Told {
    let request = UserCallsGet::new().s_uniqueid(tag);
    let mut rows = client.call(&request).rows();
    let mut starts = Vec::new();
    while let Some(row) = rows.next().await {
        match row {
            Ok(call) => starts.push(call.started_at.to_string()),
            Err(error) => return told(&error),
        }
    }
    compare(&starts, &vec!["2021-07-08T09:10:11".to_owned(), "2021-07-08T10:11:12".to_owned()])
}

fn compare<T: PartialEq + std::fmt::Debug>(found: &T, expected: &T) -> Told {
    if found == expected { Told::Right } else { Told::Wrong(format!("{found:?} is not {expected:?}")) }
}

fn told<F>(error: &Error<F>) -> Told {
    match error.outcome() {
        Outcome::NotSent => Told::NotSent,
        Outcome::Refused => Told::Refused,
        Outcome::Unchanged => Told::Failed,
        _ => Told::Unknown,
    }
}
