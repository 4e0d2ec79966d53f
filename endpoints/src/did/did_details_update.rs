//! `did_details_update`: changes the settings of a DID.

use jiff::Timestamp;
use mor_api::{Endpoint, Fault};

use super::NewOwner;
use crate::{DidId, Done, ProviderId};

/// Changes the settings of a DID; what is left out stays as it is.
///
/// To give a DID to a user of a reseller, the admin reserves it for the reseller, and then the reseller calls this
/// again for his user, or [`DidDeviceAssign`](super::DidDeviceAssign). One refusal may hold two messages, about the
/// user and about the call limit.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "did_details_update",
    since = "X5",
    effect = write,
    response = Done,
    fault = DidDetailsFault,
    verify = "`dids_get` shows the DID",
)]
pub struct DidDetailsUpdate {
    /// The DID to change.
    #[hash(order = 1)]
    pub did_id: DidId,
    /// How many calls it may have at the same time. What 0 means is not documented.
    #[nohash]
    pub call_limit: Option<u32>,
    /// The user or reseller to reserve it for, which only works for a free DID, or nobody.
    #[nohash]
    pub did_user_id: Option<NewOwner>,
    /// Start of the time in which it is active.
    #[nohash]
    pub active_from: Option<Timestamp>,
    /// End of the time in which it is active.
    #[nohash]
    pub active_till: Option<Timestamp>,
    /// Grace time in seconds: a call that is not longer costs nothing.
    #[nohash]
    pub grace_time: Option<u32>,
    /// Language, by its code of two letters: `en`.
    #[nohash]
    pub language: Option<String>,
    /// The provider; for the admin and Reseller PRO.
    #[nohash]
    pub did_provider_id: Option<ProviderId>,
    /// A SIP header of one's own; an empty text removes it.
    #[nohash]
    pub custom_sip_header: Option<String>,
    /// Comment; an empty text removes it.
    #[nohash]
    pub comment: Option<String>,
    /// The reseller's comment; an empty text removes it.
    #[nohash]
    pub reseller_comment: Option<String>,
}

/// Why a DID was not changed. The errors of the newer parameters are not documented.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum DidDetailsFault {
    /// The DID does not exist, or it is another reseller's.
    #[fault("DID was not found")]
    DidNotFound,
    /// `call_limit` is not what the server takes for a limit.
    #[fault("Call limit is incorrect format")]
    BadCallLimit,
    /// `did_user_id` is no user that the caller may see.
    #[fault("User was not found")]
    UserNotFound,
    /// `did_user_id` was given for a DID that is not free.
    #[fault("DID is already assigned")]
    AlreadyAssigned,
}
