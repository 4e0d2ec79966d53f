//! `morphone_details_get`: what the softphone `MorPhone` needs to register.

use mor_api::{CommaList, Endpoint, FromXml, Secret};

use super::DeviceFault;

/// What the softphone `MorPhone` needs to register as the caller's device.
///
/// The caller proves who he is by name and password; the server looks at no hash.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "morphone_details_get",
    since = "X4",
    effect = read,
    password = sent,
    hash = none,
    response = MorphoneDetails,
    fault = DeviceFault,
)]
pub struct MorphoneDetailsGet {}

/// Login and server of a softphone: the caller's primary device if that is a SIP device, else his first one.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct MorphoneDetails {
    /// The device's login name.
    #[mor(path = "device/username")]
    pub username: String,
    /// The device's password.
    #[mor(path = "device/password")]
    pub password: Secret,
    /// The device's codecs.
    #[mor(path = "device/enabled_codecs")]
    pub enabled_codecs: CommaList<String>,
    /// The server to register with, if its settings tell.
    pub server_ip: Option<String>,
    /// Its port, if it is set: the text of a setting, whose form is not documented.
    pub server_port: Option<String>,
    /// A DID, if the server's settings tell one.
    pub did_number: Option<String>,
}
