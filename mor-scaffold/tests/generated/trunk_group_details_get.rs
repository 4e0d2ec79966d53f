//! `trunk_group_details_get`: gets all details of a trunk group.

// CHECK: `trunk_group_id` looks like u64, but the example sends "TG-9": it is declared as a text.

use jiff::civil::DateTime;
use mor_api::{Endpoint, Fault, FromXml, Secret, WireEnum};
use rust_decimal::Decimal;

/// Gets all details of a trunk group.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "trunk_group_details_get",
    aliases = ["trunk_info"],
    since = "X5",
    effect = read,
    response = Group,
    fault = TrunkGroupDetailsGetFault,
)]
pub struct TrunkGroupDetailsGet {
    /// ID of the group.
    #[hash(order = 1)]
    pub trunk_group_id: String,

    /// What to show. Required if `trunk_group_id` is a template.
    #[hash(order = 2)]
    pub names: Option<String>,

    /// State.
    #[nohash]
    pub s_state: Option<State>,

    /// Range of the limit, -1 for none.
    #[nohash]
    pub limit_from: Option<i64>,

    /// Range of the limit, -1 for none.
    #[nohash]
    pub limit_till: Option<i64>,
}

/// What `trunk_group_details_get` answers.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/group")]
#[allow(clippy::struct_excessive_bools, reason = "the flags are the wire's")]
pub struct Group {
    /// `id`, such as `9`.
    pub id: u64,
    /// `name`, such as `North`.
    pub name: String,
    /// `kind`.
    pub kind: Kind,
    /// `owner/id`, such as `3`.
    #[mor(path = "owner/id")]
    pub owner_id: u64,
    /// `owner/name`, such as `Ann`.
    #[mor(path = "owner/name")]
    pub owner_name: String,
    /// `auth`.
    pub auth: Auth,
    /// `limit`, such as `-1`.
    pub limit: i64,
    /// `calls`, such as `0010`.
    pub calls: String,
    /// `rate_margin`, such as `5`.
    pub rate_margin: Decimal,
    /// `Created-At`, such as `2019-01-01 00:00:00`.
    #[mor(rename = "Created-At")]
    pub created_at: DateTime,
    /// `a`, such as `yes`.
    pub a: bool,
    /// `b`, such as `yes`.
    pub b: bool,
    /// `c`, such as `no`.
    pub c: bool,
    /// `d`, such as `no`.
    pub d: bool,
}

/// An element `kind` of the answer.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Kind {
    /// `type`, such as `sip`.
    #[mor(attribute)]
    pub r#type: String,
    /// The element's own text, such as `9`.
    #[mor(text)]
    pub value: u64,
}

/// An element `auth` of the answer.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Auth {
    /// `username`, such as `n`.
    pub username: String,
    /// `password`.
    pub password: Secret,
    /// `ip`, such as `10.0.0.1`.
    pub ip: String,
    /// `port`, such as `5060`.
    pub port: u64,
    /// `realm`, such as `r`.
    pub realm: String,
    /// `nat`, such as `yes`.
    pub nat: bool,
    /// `tls`, such as `no`.
    pub tls: bool,
}

/// A value of `s_state`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum State {
    /// Off.
    #[mor(value = "0")]
    V0,
    /// On.
    #[mor(value = "1")]
    V1,
    /// Broken.
    #[mor(value = "2")]
    V2,
}

/// Why `trunk_group_details_get` refuses.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum TrunkGroupDetailsGetFault {
    /// `Group not found`; the page does not explain it.
    #[fault("Group not found")]
    GroupNotFound,

    /// It was archived.
    #[fault(starts_with = "Group not found: in archive")]
    GroupNotFoundInArchive(String),

    /// `Group not found: <name>`; the page does not explain it.
    #[fault(starts_with = "Group not found:")]
    GroupNotFound2(String),
}

#[cfg(test)]
mod tests {
    use mor_api::{CallOptions, Credentials, Server, from_xml_strict};

    use super::*;

    const SAMPLE: &str = r#"
<page>
  <group>
    <id>9</id>
    <name>North</name>
    <kind type="sip">9</kind>
    <owner>
      <id>3</id>
      <name>Ann</name>
    </owner>
    <auth>
      <username>n</username>
      <password>secret1</password>
      <ip>10.0.0.1</ip>
      <port>5060</port>
      <realm>r</realm>
      <nat>yes</nat>
      <tls>no</tls>
    </auth>
    <limit>-1</limit>
    <calls>0010</calls>
    <rate_margin>5</rate_margin>
    <Created-At>2019-01-01 00:00:00</Created-At>
    <a>yes</a>
    <b>yes</b>
    <c>no</c>
    <d>no</d>
  </group>
</page>
"#;

    const REQUEST: &[(&str, &str)] = &[("u", "admin"), ("trunk_group_id", "TG-9")];

    #[test]
    fn the_sample_decodes() {
        let (answer, unknown) = from_xml_strict::<Group>(SAMPLE).unwrap();
        assert!(unknown.is_empty(), "no field takes {unknown:?}");
        assert_eq!(answer.id, 9);
        assert_eq!(answer.name, "North");
        assert_eq!(answer.kind.r#type, "sip");
        assert_eq!(answer.kind.value, 9);
        assert_eq!(answer.owner_id, 3);
        assert_eq!(answer.owner_name, "Ann");
        assert_eq!(answer.auth.username, "n");
        assert_eq!(answer.auth.ip, "10.0.0.1");
    }

    #[test]
    fn the_published_hash_is_reproduced() {
        let mut text = |name| {
            let sent = REQUEST.iter().find(|(wire, _)| *wire == name);
            sent.map(|(_, text)| (*text).to_owned())
        };
        let request = TrunkGroupDetailsGet::from_texts(&mut text).unwrap();
        let caller = Credentials::new("admin").with_key("123456");
        let server = Server::new("https://localhost").unwrap();
        let explained = server.explain(&request, &caller, &CallOptions::default()).unwrap();
        assert_eq!(explained.hash.as_deref(), Some("6b23b3125c1a5ca18f744adff486d6bc5823fa05"));
    }
}
