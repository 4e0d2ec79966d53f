//! `phone_login`: logs a phone in.

// CHECK: the page mentions no hash: no parameter is declared as hashed.

use mor_api::{Endpoint, FromXml, WireEnum};

use crate::UserId;

/// Logs a phone in.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "phone_login",
    since = "8",
    effect = session,
    password = sent,
    response = Action,
)]
pub struct PhoneLogin {
    /// `device_type`; the page does not say what it is.
    #[nohash]
    pub device_type: Option<DeviceType>,
}

/// What `phone_login` answers.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "action")]
pub struct Action {
    /// `name`, such as `login`.
    pub name: String,
    /// `status`, such as `ok`.
    pub status: String,
    /// `status_message`, such as `Successfully logged in`.
    pub status_message: String,
    /// `user_id`, such as `5`.
    pub user_id: UserId,
}

/// A value of `device_type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum DeviceType {
    /// `SIP`.
    #[mor(value = "SIP")]
    Sip,
    /// `IAX2`.
    #[mor(value = "IAX2")]
    Iax2,
    /// `H323`.
    #[mor(value = "H323")]
    H323,
    /// `SIP/TLS`.
    #[mor(value = "SIP/TLS")]
    SipTls,
}

#[cfg(test)]
mod tests {
    use mor_api::from_xml_strict;

    use super::*;

    const SAMPLE: &str = "
<action>
  <name>login</name>
  <status>ok</status>
  <status_message>Successfully logged in</status_message>
  <user_id>5</user_id>
</action>
";

    #[test]
    fn the_sample_decodes() {
        let (answer, unknown) = from_xml_strict::<Action>(SAMPLE).unwrap();
        assert!(unknown.is_empty(), "no field takes {unknown:?}");
        assert_eq!(answer.name, "login");
        assert_eq!(answer.status, "ok");
        assert_eq!(answer.status_message, "Successfully logged in");
        assert_eq!(answer.user_id.to_string(), "5");
    }
}
