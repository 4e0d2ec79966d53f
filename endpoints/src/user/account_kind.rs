//! How an account is paid.

use mor_api::WireEnum;

/// How an account is paid.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum AccountKind {
    /// Afterwards, by invoice.
    #[mor(value = "Postpaid")]
    Postpaid,
    /// In advance.
    #[mor(value = "Prepaid")]
    Prepaid,
    /// The word of a server that speaks another language.
    #[mor(other)]
    Other(String),
}
