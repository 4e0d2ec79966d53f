//! The refusals of `card_payment_add`.

use mor_api::Fault;

/// Why there is no payment.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CardPaymentFault {
    /// There is no such card, or it is not sold, or it is not the caller's.
    #[fault("Calling Card was not found")]
    CardNotFound,
    /// The currency is not active.
    #[fault("Currency disabled")]
    CurrencyDisabled,
    /// The setting *API allow Payments* is off.
    #[fault("Feature Disabled")]
    PaymentsDisabled,
    /// The caller is a reseller without the right to calling cards.
    #[fault("You are not authorized to use Calling Cards")]
    CardsNotAllowed,
}
