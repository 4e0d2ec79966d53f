//! `queue_log_get`: what happened in queues in a period.

use jiff::Timestamp;
use mor_api::{ElementMap, Endpoint, FromXml};

use super::QueueLogFault;
use crate::QueueLogEntryId;

/// What happened in queues in a period, as Asterisk logged it.
///
/// Nothing is hashed but the key, as in the example of the vendor's page, which has no filter, and in another
/// client; the page does not say whether filters are.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "queue_log_get",
    since = "X10",
    effect = read,
    response = QueueLog,
    fault = QueueLogFault,
)]
pub struct QueueLogGet {
    /// Start of the period; today 00:00 if left out.
    #[nohash]
    pub from: Option<Timestamp>,
    /// End of the period; today 23:59:59 if left out.
    #[nohash]
    pub till: Option<Timestamp>,
    /// `queuename`: only entries of the queue of this name.
    #[mor(rename = "queuename")]
    #[nohash]
    pub queue_name: Option<String>,
    /// `callid`: only entries of the call of this unique ID.
    #[mor(rename = "callid")]
    #[nohash]
    pub call_id: Option<String>,
    /// Only entries of this agent: `Local/1001@mor_local`.
    #[nohash]
    pub agent: Option<String>,
    /// Only entries of this event: `CONNECT`.
    #[nohash]
    pub event: Option<String>,
    /// Only entries with this first field of data.
    #[nohash]
    pub data1: Option<String>,
    /// Only entries with this second field of data.
    #[nohash]
    pub data2: Option<String>,
    /// Only entries with this third field of data.
    #[nohash]
    pub data3: Option<String>,
    /// Only entries with this fourth field of data.
    #[nohash]
    pub data4: Option<String>,
    /// Only entries with this fifth field of data.
    #[nohash]
    pub data5: Option<String>,
}

/// Entries of the queue log.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct QueueLog {
    /// One for each event; never empty, since no entries are a refusal.
    #[mor(path = "queues/queue", rows)]
    pub entries: Vec<QueueLogEntry>,
}

/// Something that happened in a queue. What the data are depends on the event: see Asterisk's documentation of its
/// queue log.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct QueueLogEntry {
    /// Its ID.
    pub id: QueueLogEntryId,
    /// Unique ID of the call.
    pub call_id: String,
    /// Name of the queue.
    pub queue_name: String,
    /// The agent: `Local/1002@mor_local`, or `NONE`.
    pub agent: String,
    /// Asterisk's name of the event: `ENTERQUEUE`, `CONNECT`, `COMPLETEAGENT` and others.
    pub event: String,
    /// First field of data.
    pub data1: Option<String>,
    /// Second field of data.
    pub data2: Option<String>,
    /// Third field of data.
    pub data3: Option<String>,
    /// Fourth field of data.
    pub data4: Option<String>,
    /// Fifth field of data.
    pub data5: Option<String>,
    /// Other elements, by wire name: the newest revision of the vendor's page seems to have lost one behind the ID.
    #[mor(rest)]
    pub other: ElementMap,
}
