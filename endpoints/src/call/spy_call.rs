//! `spy_call`: lets the caller listen to a call in progress.

use mor_api::{Endpoint, Fault, FromXml};

use crate::{ActiveCallId, Done};

/// Rings the caller's spy device and lets it listen to a call in progress.
///
/// The spy device is chosen in the preferences of the admin or reseller. A call that is being recorded cannot be
/// listened to. All facts are another client's; that `u` is hashed is one of them.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "spy_call",
    addon = "Monitorings",
    effect = write,
    caller = hashed(1),
    response = SpyStarted,
    fault = SpyFault,
)]
pub struct SpyCall {
    /// The call, as [`ActiveCallsGet`](super::ActiveCallsGet) lists it.
    #[hash(order = 2)]
    pub active_call_id: ActiveCallId,
}

/// The spy device is being rung. Only another client shows the answer, so all but the server's words may be missing.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct SpyStarted {
    /// `success`: the server's words.
    #[mor(rename = "success")]
    pub message: Done,
    /// The device that listens; its form is not documented.
    pub spy_device: Option<String>,
    /// The channel that it listens to; its form is not documented.
    pub channel: Option<String>,
}

/// Why nobody can listen.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum SpyFault {
    /// Listening is switched off on this server.
    #[fault("Chanspy is disabled")]
    Disabled,
    /// The call does not exist or has ended.
    #[fault("Active call was not found")]
    CallNotFound,
    /// The caller has not chosen a spy device in his preferences.
    #[fault("No Spy Device assigned. Select it under User edit preferences.")]
    NoSpyDevice,
    /// The telephony server cannot be reached.
    #[fault("Cannot connect to Asterisk Server")]
    AsteriskUnreachable,
    /// The spy device is registered on another server than the one that carries the call.
    #[fault(
        "Spy Device is registered on different Server than this Call. Spying on this Call is not possible."
    )]
    OtherServer,
    /// A virtual device cannot be listened to.
    #[fault("Unable to spy virtual device")]
    VirtualDevice,
}
