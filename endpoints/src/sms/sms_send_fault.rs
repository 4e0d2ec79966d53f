//! The refusals of `sms_send`.

use mor_api::Fault;

/// Why a message was not sent. Once it was accepted, the server keeps it under an ID: that of a failure which is
/// [`Other`](mor_api::Refused::Other) stands before the text.
///
/// [`AccessDenied`](mor_api::CommonFault::AccessDenied) also comes without the SMS add-on, and what the connection
/// to the provider failed with as [`Other`](mor_api::Refused::Other).
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum SmsSendFault {
    /// `message` is missing; X5 takes an empty one.
    #[fault("There is no message or it is empty")]
    NoMessage,
    /// `src` is missing.
    #[fault("Wrong source")]
    NoSource,
    /// `dst` is missing.
    #[fault("Wrong destination")]
    NoDestination,
    /// `lcr_id` is no SMS LCR.
    #[fault("There is no such LCR")]
    LcrNotFound,
    /// The account has no SMS service.
    #[fault("User is not subscribed to sms service", "You are not subscribed to sms service")]
    NotSubscribed,
    /// Status 1: the admin has no rate for the destination.
    #[fault(
        "System owner does not have rate for this destination",
        "1 - failed, admin does not have rate for this destination"
    )]
    NoOwnerRate,
    /// Status 2: the reseller has no rate for the destination.
    #[fault("Reseller does not have rate for this destination")]
    NoResellerRate,
    /// Status 3: the user has no rate for the destination.
    #[fault("User does not have rate for this destination")]
    NoUserRate,
    /// Status 4: the provider failed.
    #[fault("Some error from provider")]
    ProviderFailed,
    /// Status 5: the balance is too low.
    #[fault("Insufficient balance")]
    InsufficientBalance,
    /// Status 6: the provider's answer holds none of the expected words.
    #[fault("Api returns no good keywords")]
    NoGoodKeywords,
}
