//! E-mails that the server sends.

mod email_send;

pub use email_send::{EmailFault, EmailSend, EmailSent};
