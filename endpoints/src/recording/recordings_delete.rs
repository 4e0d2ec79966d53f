//! `recordings_delete`: deletes one recording, or all of a user, a device or a period.

use jiff::Timestamp;
use mor_api::{Endpoint, FromXml, InvalidRequest};

use super::RecordingFault;
use crate::{DeviceId, Done, RecordingId, UserId};

/// Deletes one recording, or all that a user, a device and a period have in common. They cannot be restored.
///
/// A request that says neither cannot be built. Begin with [`one`](Self::one), [`of_user`](Self::of_user) or
/// [`of_period`](Self::of_period); the setters narrow the last two down.
///
/// ```
/// use mor_endpoints::UserId;
/// use mor_endpoints::recording::RecordingsDelete;
///
/// let till = "2021-01-31T00:00:00Z".parse::<jiff::Timestamp>()?;
/// let old_ones = RecordingsDelete::of_user(UserId(5)).date_till(till);
/// # let _ = old_ones;
/// # Ok::<(), jiff::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "recordings_delete",
    since = "X16",
    effect = write,
    response = RecordingsDeleted,
    fault = RecordingFault,
    verify = "`recordings_get` lists the recordings that are left",
    check = Self::check_filter,
    new = private,
)]
#[non_exhaustive]
pub struct RecordingsDelete {
    /// The recording to delete; nothing else may be said with it.
    #[hash(order = 1)]
    pub recording_id: Option<RecordingId>,
    /// Recordings of this user. A plain user deletes only his own, whether he says so or not.
    #[hash(order = 2)]
    pub s_user_id: Option<UserId>,
    /// Recordings of this device; needs `s_user_id`, unless the caller is a plain user.
    #[hash(order = 3)]
    pub s_device_id: Option<DeviceId>,
    /// Recordings from this moment on.
    #[hash(order = 4)]
    pub date_from: Option<Timestamp>,
    /// Recordings up to this moment.
    #[hash(order = 5)]
    pub date_till: Option<Timestamp>,
}

impl RecordingsDelete {
    /// Deletes this recording.
    #[must_use]
    pub fn one(recording: impl Into<RecordingId>) -> Self {
        Self::new().recording_id(recording)
    }

    /// Deletes all recordings of a user.
    #[must_use]
    pub fn of_user(user: impl Into<UserId>) -> Self {
        Self::new().s_user_id(user)
    }

    /// Deletes all recordings of a period, of everybody whose recordings the caller may delete.
    #[must_use]
    #[inline]
    pub fn of_period(from: Timestamp, till: Timestamp) -> Self {
        Self::new().date_from(from).date_till(till)
    }

    /// A slip here deletes what nobody meant to delete.
    #[inline]
    fn check_filter(&self) -> Result<(), InvalidRequest> {
        let has_owner = self.s_user_id.is_some() || self.s_device_id.is_some();
        let has_period = self.date_from.is_some() || self.date_till.is_some();
        match (self.recording_id, has_owner || has_period) {
            (Some(_), true) => {
                return Err(InvalidRequest::new(
                    "recording_id",
                    "cannot be combined with user, device or period",
                ));
            }
            (None, false) => {
                let problem = "it, `s_user_id`, `s_device_id`, `date_from` or `date_till` is required";
                return Err(InvalidRequest::new("recording_id", problem));
            }
            (Some(_), false) | (None, true) => {}
        }
        match (self.date_from, self.date_till) {
            (Some(from), Some(till)) if from > till => {
                Err(InvalidRequest::new("date_from", "is later than `date_till`"))
            }
            _ => Ok(()),
        }
    }
}

/// The recordings were deleted.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct RecordingsDeleted {
    /// `success`: the server's words.
    #[mor(rename = "success")]
    pub message: Done,
    /// How many were deleted. The page's first revisions lack it.
    pub amount: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(request: &RecordingsDelete) -> Option<&'static str> {
        request.check_filter().err().map(|invalid| invalid.param())
    }

    #[test]
    fn nothing_is_deleted_without_a_filter() {
        assert_eq!(refused(&RecordingsDelete::new()), Some("recording_id"));
        assert_eq!(refused(&RecordingsDelete::one(1).s_device_id(7)), Some("recording_id"));
        assert_eq!(refused(&RecordingsDelete::one(1).s_user_id(5)), Some("recording_id"));
        assert_eq!(refused(&RecordingsDelete::one(1).date_till(Timestamp::UNIX_EPOCH)), Some("recording_id"));
        let backwards = RecordingsDelete::of_period(Timestamp::MAX, Timestamp::UNIX_EPOCH);
        assert_eq!(refused(&backwards), Some("date_from"));
    }

    #[test]
    fn one_and_filtered_ones() {
        assert_eq!(refused(&RecordingsDelete::one(1)), None);
        assert_eq!(refused(&RecordingsDelete::of_user(5).s_device_id(7)), None);
        // The server implies the user if the caller is a plain user, and refuses others itself.
        assert_eq!(refused(&RecordingsDelete::new().s_device_id(7)), None);
        assert_eq!(refused(&RecordingsDelete::new().date_till(Timestamp::UNIX_EPOCH)), None);
        let moment = RecordingsDelete::of_period(Timestamp::UNIX_EPOCH, Timestamp::UNIX_EPOCH);
        assert_eq!(refused(&moment), None);
    }
}
