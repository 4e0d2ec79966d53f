//! `recordings_get`: lists the recordings of a period.

use jiff::Timestamp;
use mor_api::{ElementMap, Endpoint, FromXml};

use super::RecordingFault;
use crate::{DeviceId, RecordingId, Seconds, UserId};

/// Lists the recordings of a period, with the addresses of their sound files.
///
/// The page does not say what is hashed, and its example has no filter; that only the key is, is taken from two
/// other clients.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "recordings_get",
    since = "X7",
    effect = read,
    response = Recordings,
    fault = RecordingFault,
)]
pub struct RecordingsGet {
    /// Start of the period; today 00:00:00 if left out.
    #[nohash]
    pub date_from: Option<Timestamp>,
    /// End of the period; today 23:59:59 if left out.
    #[nohash]
    pub date_till: Option<Timestamp>,
    /// Only calls to this number.
    #[nohash]
    pub destination: Option<String>,
    /// Only calls from this number.
    #[nohash]
    pub source: Option<String>,
    /// Only recordings made by this user.
    #[nohash]
    pub user: Option<UserId>,
    /// Only recordings of this device.
    #[nohash]
    pub device: Option<DeviceId>,
    /// Unique ID of a call; everything else is ignored then.
    #[nohash]
    pub uniqueid: Option<String>,
    /// Unique ID of a callback, for the recordings of both its legs; everything else is ignored then. The server's
    /// `mor.conf` has to have `use_callback_uniqueid`.
    #[nohash]
    pub callback_uniqueid: Option<String>,
}

/// Recordings of calls.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct Recordings {
    /// One for each recording.
    #[mor(path = "recordings/recording", rows)]
    pub recordings: Vec<Recording>,
}

/// The recording of a call.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Recording {
    /// Its ID.
    pub id: RecordingId,
    /// The user who called; `None` where the database has no value, as for the three that follow.
    pub user_id: Option<UserId>,
    /// The user who was called; `0` in the samples, where a number outside was called.
    pub dst_user_id: Option<UserId>,
    /// The device that called.
    pub src_device_id: Option<DeviceId>,
    /// The device that was called; `0` in the samples, where a number outside was called.
    pub dst_device_id: Option<DeviceId>,
    /// When it was made. X8 writes a zone after it (`2014-01-02 10:00:00 +0200`); the vendor's page shows no format.
    pub date: String,
    /// A comment, as [`RecordingUpdate`](super::RecordingUpdate) sets it.
    pub comment: Option<String>,
    /// How long the call was. X8 writes `HH:MM:SS`, other servers a number of seconds. Empty if the server no longer
    /// has the record of the call, and for a call of zero length.
    pub duration: Option<Seconds>,
    /// Number that called. X8 sends it; the vendor's page does not name it.
    pub source: Option<String>,
    /// Number that was called; empty if the server no longer has the record of the call.
    pub destination: Option<String>,
    /// How large it is. The unit is not documented; X8 writes a fraction (`1024.0`).
    pub size: String,
    /// Address of the sound file, if there is one.
    pub mp3_url: Option<String>,
    /// Elements that the page leaves out, by wire name.
    #[mor(rest)]
    pub other: ElementMap,
}

#[cfg(test)]
mod tests {
    use mor_api::from_xml_strict;

    use super::*;

    fn decoded(recordings: &str) -> Vec<Recording> {
        let xml = format!("<page><status><recordings>{recordings}</recordings></status></page>");
        let (Recordings { recordings }, unknown) = from_xml_strict(&xml).unwrap();
        assert!(unknown.is_empty(), "{unknown:?}");
        recordings
    }

    fn recording(duration: &str) -> String {
        format!(
            "<recording><id>3</id><user_id>8</user_id><dst_user_id></dst_user_id><src_device_id>2</src_device_id>\
             <dst_device_id>0</dst_device_id><date>2016-05-06 07:08:09 +0300</date><comment></comment>\
             <duration>{duration}</duration><source>0037060000031</source><destination></destination>\
             <size>512.5</size></recording>"
        )
    }

    #[test]
    fn durations_of_every_version_are_seconds() {
        assert!(decoded("").is_empty());
        let recordings = decoded(&["00:02:03", "123", "", "00:00:00"].map(recording).concat());
        let durations: Vec<_> = recordings.iter().map(|recording| recording.duration).collect();
        assert_eq!(durations, [Some(Seconds(123)), Some(Seconds(123)), None, Some(Seconds(0))]);
    }

    #[test]
    fn empty_columns_are_not_given() {
        let recordings = decoded(&recording("7"));
        let [one] = &recordings[..] else { panic!() };
        assert_eq!(
            (one.user_id, one.dst_user_id, one.dst_device_id),
            (Some(UserId(8)), None, Some(DeviceId(0)))
        );
        assert_eq!((one.source.as_deref(), one.destination.as_deref()), (Some("0037060000031"), None));
        assert_eq!((one.mp3_url.as_deref(), one.other.len()), (None, 0));
    }
}
