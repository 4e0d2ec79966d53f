//! `user_rates`: lists the rates of a user's tariff.

use mor_api::{Endpoint, FromXml};
use rust_decimal::Decimal;

use crate::UserId;

/// Lists the rates of the caller's tariff.
///
/// A function of the interface before the API: the server looks at no hash, and the user counts as logged in
/// afterwards. Only tariffs with rates for each destination give rows. Beware: a rate without details repeats the
/// price of the row before it.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(function = "user_rates", effect = read, hash = none, response = RatesOfUser)]
pub struct UserRates {}

/// The rates of a user's tariff.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct RatesOfUser {
    /// Title of the page in the server's language; it is about payments.
    pub pagename: Option<String>,
    /// The server's language.
    pub language: Option<String>,
    /// ID of the user.
    pub userid: UserId,
    /// The user's currency, in which prices are.
    pub currency: String,
    /// `vat_percent`: tax that the user pays, in percent.
    pub vat_percent: Decimal,
    /// `aval_currencies`: the currencies the server knows.
    #[mor(path = "aval_currencies/currency", default)]
    pub currencies: Vec<String>,
    /// The rates.
    #[mor(path = "rates/rate", rows)]
    pub rates: Vec<ListedRate>,
}

/// The price of calls to a destination.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct ListedRate {
    /// `ratename`: name of the destination.
    #[mor(rename = "ratename")]
    pub destination: String,
    /// `rateicon`: prefix of the destination.
    #[mor(rename = "rateicon")]
    pub prefix: String,
    /// `ratetype`: type of the destination, such as `FIX`, `MOB`. X5 only.
    #[mor(rename = "ratetype")]
    pub code: Option<String>,
    /// `ratecost`: the price, in the user's currency, rounded as the server shows prices.
    #[mor(rename = "ratecost")]
    pub price: Decimal,
    /// `rate_vat_cost`: the same with tax.
    #[mor(rename = "rate_vat_cost")]
    pub price_with_tax: Decimal,
}
