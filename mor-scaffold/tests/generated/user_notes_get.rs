//! `user_notes_get`: retrieves notes that were written about a user, with author and tags.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use mor_api::{Endpoint, Fault, FromXml, WireEnum};
use rust_decimal::Decimal;

use crate::UserId;

/// Retrieves notes that were written about a user, with author and tags. Only notes of own users are shown
/// to a `reseller_pro`.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_notes_get",
    aliases = ["user_notes"],
    since = "X4",
    effect = read,
    response = Notes,
    fault = UserNotesGetFault,
)]
pub struct UserNotesGet {
    /// ID of the user.
    #[hash(order = 1)]
    pub user_id: UserId,

    /// Start of the period as Unix timestamp.
    #[hash(order = 2)]
    pub period_start: Timestamp,

    /// End of the period as Unix timestamp.
    #[hash(order = 3)]
    pub period_end: Option<Timestamp>,

    /// Kind of the notes. `all` if left out.
    #[hash(order = 4)]
    pub s_kind: Option<Kind>,

    /// 1 - short, 2 - long, 3 - everything. `1` if left out.
    #[nohash]
    pub r#type: Option<Type>,

    /// Sort downwards.
    #[nohash]
    pub order_desc: Option<bool>,

    /// How many notes to return, by default 100.
    #[nohash]
    pub limit: Option<u64>,
}

/// What `user_notes_get` answers.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct Notes {
    /// `pagename`, such as `Notes`.
    pub pagename: String,
    /// `total`, such as `2`.
    pub total: u64,
    /// `notes/@count`, such as `2`.
    #[mor(path = "notes/@count")]
    pub count: u64,
    /// `notes/@truncated`, such as `no`.
    #[mor(path = "notes/@truncated")]
    pub truncated: bool,
    /// One for each `notes/note`.
    #[mor(path = "notes/note")]
    pub notes: Vec<Note>,
}

/// An element `note` of the answer.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Note {
    /// `id`, such as `11`.
    #[mor(attribute)]
    pub id: u64,
    /// `pinned`, such as `yes`.
    #[mor(attribute)]
    pub pinned: bool,
    /// `type`, such as `short`.
    pub r#type: String,
    /// `author_id`, such as `2`.
    pub author_id: i64,
    /// `created_at`, such as `2020-01-01 10:00:00`.
    pub created_at: DateTime,
    /// `due`, such as `2020-02-01`.
    pub due: Option<Date>,
    /// `price`, such as `1.5000`.
    pub price: Decimal,
    /// `text`, such as `Call back & ask for the <ref>`.
    pub text: String,
    /// One for each `tags/tag`.
    #[mor(path = "tags/tag")]
    pub tags: Vec<String>,
    /// `attachment`.
    pub attachment: Option<String>,
    /// `self`, such as `seen`.
    #[mor(rename = "self")]
    pub self_value: Option<String>,
}

/// A value of `s_kind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum Kind {
    /// `all`.
    All,
    /// `open task`.
    #[mor(value = "open task")]
    OpenTask,
    /// `CLOSED`.
    #[mor(value = "CLOSED")]
    Closed,
    /// `3rd-party`.
    #[mor(value = "3rd-party")]
    V3rdParty,
}

/// A value of `type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum Type {
    /// Short.
    #[mor(value = "1")]
    V1,
    /// Long.
    #[mor(value = "2")]
    V2,
    /// Everything.
    #[mor(value = "3")]
    V3,
}

/// Why `user_notes_get` refuses.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum UserNotesGetFault {
    /// `user_id` is of nobody.
    #[fault("User was not found")]
    UserNotFound,

    /// The setting is off.
    #[fault(starts_with = "Notes are not enabled for User:")]
    NotesNotEnabledForUser(String),
}

#[cfg(test)]
mod tests {
    use mor_api::{CallOptions, Credentials, Server, from_xml_strict};

    use super::*;

    const SAMPLE: &str = r#"
<page>
  <pagename>Notes</pagename>
  <total>2</total>
  <notes count="2" truncated="no">
    <note id="11" pinned="yes">
      <type>short</type>
      <author_id>2</author_id>
      <created_at>2020-01-01 10:00:00</created_at>
      <due>2020-02-01</due>
      <price>1.5000</price>
      <text>Call back &amp; ask for the &lt;ref&gt;</text>
      <tags>
        <tag>sales</tag>
        <tag>urgent</tag>
      </tags>
      <attachment/>
    </note>
    <note id="12" pinned="no">
      <type>long</type>
      <author_id>-1</author_id>
      <created_at>2020-01-02 11:12:13</created_at>
      <due/>
      <price>2</price>
      <text>Paid</text>
      <tags/>
      <attachment/>
      <self>seen</self>
    </note>
  </notes>
</page>
"#;

    const REQUEST: &[(&str, &str)] = &[
        ("u", "admin"),
        ("user_id", "5"),
        ("period_start", "1577836800"),
        ("period_end", "1577923199"),
        ("s_kind", "open task"),
    ];

    #[test]
    fn the_sample_decodes() {
        let (answer, unknown) = from_xml_strict::<Notes>(SAMPLE).unwrap();
        assert!(unknown.is_empty(), "no field takes {unknown:?}");
        assert_eq!(answer.pagename, "Notes");
        assert_eq!(answer.total, 2);
        assert_eq!(answer.count, 2);
        assert!(!answer.truncated);
        assert_eq!(answer.notes.len(), 2);
        assert_eq!(answer.notes[0].id, 11);
        assert!(answer.notes[0].pinned);
        assert_eq!(answer.notes[0].r#type, "short");
    }

    #[test]
    fn the_published_hash_is_reproduced() {
        let mut text = |name| {
            let sent = REQUEST.iter().find(|(wire, _)| *wire == name);
            sent.map(|(_, text)| (*text).to_owned())
        };
        let request = UserNotesGet::from_texts(&mut text).unwrap();
        let caller = Credentials::new("admin").with_key("456789");
        let server = Server::new("https://localhost").unwrap();
        let explained = server.explain(&request, &caller, &CallOptions::default()).unwrap();
        assert_eq!(explained.hash.as_deref(), Some("a66a32a78a523639c073e64746b38047aa585236"));
    }
}
