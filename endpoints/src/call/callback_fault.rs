//! The refusals of `callback_init`.

use mor_api::Fault;

/// Why no callback was started.
///
/// [`AccessDenied`](mor_api::CommonFault::AccessDenied) means that the add-on is not active.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CallbackFault {
    /// There is no user with the caller's name.
    #[fault("Not authenticated")]
    NotAuthenticated,
    /// The device does not exist, or it is somebody else's.
    #[fault("Bad device")]
    BadDevice,
    /// `src` is empty.
    #[fault("No source")]
    NoSource,
    /// The telephony server cannot be reached. A text in the server's language.
    #[fault("Cannot connect to asterisk server")]
    AsteriskUnreachable,
}
