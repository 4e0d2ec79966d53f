//! The refusals of `payment_create`.

use mor_api::Fault;

/// Why a payment is not booked.
///
/// [`AccessDenied`](mor_api::CommonFault::AccessDenied) means that there is no such user or that he is not the
/// caller's.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum PaymentCreateFault {
    /// There is no such currency.
    #[fault("No currency")]
    NoCurrency,
    /// The setting *API allow Payments* is off.
    #[fault("Payments not allow from api")]
    Disabled,
    /// The payment could not be stored; the text goes on with the reason, if the server gives one.
    #[fault(starts_with = "Payment was not saved")]
    NotSaved(String),
}
