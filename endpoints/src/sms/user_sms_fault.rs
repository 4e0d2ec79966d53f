//! The refusals of `user_sms_get`.

use mor_api::Fault;

/// Why there is no list of messages.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum UserSmsFault {
    /// None matches: an empty list is a refusal. The misspelling is the server's.
    #[fault("Sms Mesagges were not found")]
    NoMessages,
}
