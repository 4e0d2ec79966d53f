//! E-mails that the server sends.

mod email_fault;
mod email_send;

pub use email_fault::EmailFault;
pub use email_send::{EmailSend, EmailSent};
