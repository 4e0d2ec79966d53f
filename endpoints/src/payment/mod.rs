//! Payments.

mod completion;
mod payment_create;
mod payment_time;
mod payments_get;
mod personal_payments;

pub use completion::Completion;
pub use payment_create::{CreatedPayment, PaymentCreate, PaymentCreateFault, PaymentCreated};
pub use payment_time::PaymentTime;
pub use payments_get::{Payment, PaymentType, Payments, PaymentsGet};
pub use personal_payments::{PersonalPayment, PersonalPaymentList, PersonalPayments};
