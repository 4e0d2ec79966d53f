//! Payments.

mod completion;
mod payment_create;
mod payments_get;
mod personal_payments;

pub use completion::Completion;
pub use payment_create::{CreatedPayment, PaymentCreate, PaymentCreateFault, PaymentCreated};
pub use payments_get::{Payment, PaymentType, Payments, PaymentsGet};
pub use personal_payments::{PaymentsOfUser, PersonalPayment, PersonalPayments};
