//! The refusals of `tariff_wholesale_update`.

use mor_api::Fault;

/// Why the tariff was neither created nor changed.
///
/// Plain users, and accountants without the right to tariffs, get [`BadLogin`](mor_api::CommonFault::BadLogin).
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum TariffWholesaleFault {
    /// Another tariff has the name.
    #[fault("Name must be unique")]
    NameTaken,
    /// The name is missing.
    #[fault("Name cannot be blank")]
    NoName,
    /// It does not exist, is no wholesale tariff for users, or is not the caller's.
    #[fault("Tariff not found")]
    NotFound,
}
