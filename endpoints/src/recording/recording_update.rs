//! `recording_update`: changes the comment of a recording.

use mor_api::Endpoint;

use super::RecordingFault;
use crate::{Done, RecordingId};

/// Changes the comment of a recording.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "recording_update",
    since = "X16",
    effect = write,
    response = Done,
    fault = RecordingFault,
    verify = "`recordings_get` shows the recording's `comment`",
)]
pub struct RecordingUpdate {
    /// The recording.
    #[hash(order = 1)]
    pub recording_id: RecordingId,
    /// The new comment. An old revision of the page lists it as hashed; its example does not hash it.
    #[nohash]
    pub comment: Option<String>,
}
