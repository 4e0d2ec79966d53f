//! `invoices_get`: lists invoices with their lines.

use jiff::Timestamp;
use jiff::civil::Date;
use mor_api::{ElementMap, Endpoint, FlagWord, FromXml};
use rust_decimal::Decimal;

use super::InvoicesFault;
use crate::{InvoiceId, UserId};

/// Lists the invoices of periods that lie in a span of days, with their lines. An accountant who is limited to the
/// users assigned to him gets only their invoices.
///
/// Only the key is hashed. Another client claims that newer servers hash the username as well; nothing confirms it.
///
/// Older servers know it as `invoices`; the present name is of X4.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "invoices_get",
    aliases = ["invoices"],
    effect = read,
    response = Invoices,
    fault = InvoicesFault,
)]
pub struct InvoicesGet {
    /// Day on or after which the periods begin. Always give it: left out it is 1970-01-01.
    #[nohash]
    pub from: Option<Timestamp>,
    /// Day on or before which the periods end. Always give it: left out it is 1970-01-01, before every invoice.
    #[nohash]
    pub till: Option<Timestamp>,
    /// Language of the lines' texts, as a code. The vendor's page has it; X5 and X8 ignore it.
    #[nohash]
    pub lang: Option<String>,
    /// Whether the answer comes as an attached file, which it does if left out. No page documents it.
    #[nohash]
    pub file: Option<FlagWord>,
}

/// The invoices of a span of days.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "Invoices")]
pub struct Invoices {
    /// First day of the span.
    #[mor(attribute)]
    pub from: Date,
    /// Last day of the span.
    #[mor(attribute)]
    pub till: Date,
    /// One for each invoice.
    #[mor(rename = "Invoice", rows)]
    pub invoices: Vec<Invoice>,
}

/// An invoice. Its amounts are in its own currency, which is not told.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Invoice {
    /// The user who got it.
    #[mor(attribute)]
    pub user_id: UserId,
    /// `agreementnumber`: number of the user's agreement, if there is one.
    #[mor(attribute, rename = "agreementnumber")]
    pub agreement_number: Option<String>,
    /// `clientid`: the user's number as a customer, if he has one.
    #[mor(attribute, rename = "clientid")]
    pub client_id: Option<String>,
    /// Its number.
    #[mor(attribute)]
    pub number: String,
    /// Its ID; X8 and older servers do not tell it.
    pub id: Option<InvoiceId>,
    /// Whether it is paid; X8 and older servers do not tell it.
    pub paid: Option<bool>,
    /// Its lines.
    #[mor(rename = "Product")]
    pub lines: Vec<InvoiceLine>,
    /// What newer servers may add. Another client knows `Total_time`, `Service_id` and `Prefix`, but not where they
    /// stand.
    #[mor(rest)]
    pub other: ElementMap,
}

/// A line of an invoice: a fee, or calls. X8 can be set to make one line of all calls, with the name `Calls`.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct InvoiceLine {
    /// `Name`: what is charged.
    #[mor(rename = "Name")]
    pub name: String,
    /// `Quantity`: how many; of calls, their number.
    #[mor(rename = "Quantity")]
    pub quantity: Decimal,
    /// `Price`: the price. In the vendor's sample it is that of the whole line, not of one piece.
    #[mor(rename = "Price")]
    pub price: Decimal,
    /// `Discount`: the discount; X8 and older servers do not tell it.
    #[mor(rename = "Discount")]
    pub discount: Option<Decimal>,
    /// `Sum`: what the line comes to; X8 and older servers do not tell it.
    #[mor(rename = "Sum")]
    pub sum: Option<Decimal>,
    /// `Date_added`: day of the payment, if the invoice is paid.
    #[mor(rename = "Date_added")]
    pub paid_on: Option<Date>,
    /// `Issue_date`: day on which the invoice was issued.
    #[mor(rename = "Issue_date")]
    pub issued_on: Date,
    /// What newer servers may add, see [`Invoice::other`].
    #[mor(rest)]
    pub other: ElementMap,
}
