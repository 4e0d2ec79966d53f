//! The refusals of `email_send`.

use mor_api::Fault;

/// Why an e-mail does not go out.
///
/// Ordinary users get [`AccessDenied`](mor_api::CommonFault::AccessDenied).
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum EmailFault {
    /// The owner of the caller has no template of this name.
    #[fault("Email not found")]
    TemplateNotFound,
    /// There is no such user to send it to.
    #[fault("User not found")]
    RecipientNotFound,
    /// The caller has no e-mail address.
    #[fault("Your email not found")]
    CallerWithoutAddress,
    /// The server does not send e-mails: a setting.
    #[fault("E-mail has been disabled")]
    Disabled,
    /// The user to send it to has no e-mail address; the text ends with his name.
    #[fault(starts_with = "Email is empty")]
    RecipientWithoutAddress(String),
    /// The mail server refuses it; the text says why, in its words.
    #[fault(starts_with = "Configuration error")]
    MailServer(String),
}
