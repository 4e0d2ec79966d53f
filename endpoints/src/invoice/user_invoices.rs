//! `user_invoices`: lists the invoices of the caller.

use jiff::civil::Date;
use mor_api::{Endpoint, FromXml, Secret, ServerTime};
use rust_decimal::Decimal;

use crate::UserId;

/// Lists the invoices of the caller and marks him as logged in.
///
/// No page documents it. X5 and X8 check neither hash nor password: whoever knows a username sees that user's
/// invoices.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_invoices",
    effect = read,
    hash = none,
    response = InvoicesOfUser,
)]
pub struct UserInvoices {
    /// Password of the caller. Old servers read it; X5 and X8 do not check it.
    #[nohash]
    pub p: Option<Secret>,
}

/// The invoices of a user.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct InvoicesOfUser {
    /// Title of the page in the server's language.
    pub pagename: Option<String>,
    /// Language of these texts, as a code.
    pub language: Option<String>,
    /// The caller.
    pub userid: UserId,
    /// One for each invoice.
    #[mor(path = "invoices/invoice", rows)]
    pub invoices: Vec<InvoiceOfUser>,
}

/// An invoice of the caller. In which currency it is, the answer does not tell.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct InvoiceOfUser {
    /// Name of the user.
    pub user: String,
    /// `inv_number`: its number.
    #[mor(rename = "inv_number")]
    pub number: String,
    /// First day of its period.
    pub period_start: Date,
    /// Last day of its period.
    pub period_end: Date,
    /// Day on which it was issued.
    pub issue_date: Date,
    /// Whether it is paid.
    pub paid: bool,
    /// When it was paid, if it was. X5 and X8 write no zone; other functions of old servers do.
    pub paid_date: Option<ServerTime>,
    /// What it comes to without tax, with the decimals of the server's settings for invoices.
    pub price: Decimal,
    /// What it comes to with tax.
    pub price_vat: Decimal,
}
