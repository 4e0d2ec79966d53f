//! `financial_statements_get`: sums of invoices, credit notes and payments.

use jiff::Timestamp;
use mor_api::{Endpoint, FromXml, WireEnum};
use rust_decimal::Decimal;

use crate::UserId;

/// Sums the invoices, credit notes and payments of a period, paid and unpaid ones apart. An ordinary user always
/// gets his own figures.
///
/// Sources disagree about the hash: X5 and X8 hash all four parameters; the vendor's page, and its example, only
/// `user_id`; another client leaves out `status`. It is declared as the servers do it.
///
/// Older servers know it as `financial_statements`; the present name is of X4.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "financial_statements_get",
    aliases = ["financial_statements"],
    since = "12",
    effect = read,
    response = FinancialStatements,
    requires(date_from, date_till),
    requires(date_till, date_from),
)]
pub struct FinancialStatementsGet {
    /// Only this user, who must be one of the caller's.
    #[hash(order = 1)]
    pub user_id: Option<UserId>,
    /// Only paid or only unpaid documents; all if left out. The vendor's page writes `stauts`, which servers do
    /// not read.
    #[hash(order = 2)]
    pub status: Option<StateFilter>,
    /// First day; goes with `date_till`. Without both, the server takes the current day. The vendor's page describes the
    /// two days the wrong way round.
    #[hash(order = 3)]
    pub date_from: Option<Timestamp>,
    /// Last day; goes with `date_from`.
    #[hash(order = 4)]
    pub date_till: Option<Timestamp>,
}

impl FinancialStatementsGet {
    /// Sums the documents from the first to the last day.
    #[must_use]
    pub fn between(from: Timestamp, till: Timestamp) -> Self {
        Self::new().date_from(from).date_till(till)
    }
}

/// The sums of a period.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/financial_statement")]
pub struct FinancialStatements {
    /// The system's default currency, in which the sums are.
    #[mor(attribute)]
    pub currency: String,
    /// For invoices and payments one paid and one unpaid; for credit notes one for each state that occurs.
    #[mor(rename = "statement", rows)]
    pub statements: Vec<Statement>,
}

/// How many documents of a type and state there are, and their sum.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Statement {
    /// `type`: what was counted.
    #[mor(attribute, rename = "type")]
    pub document: DocumentType,
    /// Whether they are paid.
    pub status: DocumentState,
    /// How many there are.
    pub count: u64,
    /// Their sum without tax.
    pub price: Decimal,
    /// Their sum with tax.
    pub price_with_vat: Decimal,
}

/// Which documents to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum StateFilter {
    /// Only paid ones.
    Paid,
    /// Only unpaid ones.
    Unpaid,
    /// Both.
    All,
}

/// What a statement counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum DocumentType {
    /// Invoices.
    Invoices,
    /// Credit notes.
    CreditNotes,
    /// Payments.
    Payments,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}

/// Whether the documents of a statement are paid.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum DocumentState {
    /// Paid.
    Paid,
    /// Not paid.
    Unpaid,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}
