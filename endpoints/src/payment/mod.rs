//! Payments.

mod completion;
mod payment_create;
mod payment_create_fault;
mod payments_get;
mod personal_payments;

pub use completion::Completion;
pub use payment_create::{CreatedPayment, PaymentCreate, PaymentCreated};
pub use payment_create_fault::PaymentCreateFault;
pub use payments_get::{Payment, PaymentType, Payments, PaymentsGet};
pub use personal_payments::{PaymentsOfUser, PersonalPayment, PersonalPayments};
