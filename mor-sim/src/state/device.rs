//! Devices: the telephones, exchanges and trunks of a user.

use secrecy::SecretString;
use serde::Deserialize;
use sha1::{Digest as _, Sha1};

/// A device. `Debug` hides its password and PIN.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Device {
    /// ID in the database.
    pub id: u64,
    /// ID of the user the device belongs to.
    pub user_id: u64,
    /// Technology: `SIP`, `IAX2` and so on.
    #[serde(rename = "type", default = "sip")]
    pub kind: String,
    /// Name with which the device registers at the switch. A seed file may leave it out, as [`Device::new`] does.
    #[serde(default)]
    pub username: String,
    /// Password with which the device registers.
    pub password: Option<SecretString>,
    /// PIN; no two devices have the same.
    pub pin: Option<SecretString>,
    /// Number that the device presents to the called party.
    #[serde(default)]
    pub caller_id: String,
    /// Numbers by which the switch recognises the device.
    #[serde(default)]
    pub clis: Vec<String>,
    /// Label.
    #[serde(default)]
    pub description: String,
}

fn sip() -> String {
    "SIP".to_owned()
}

/// Device 31 is called 2201, as in the catalog's sample.
fn username(id: u64) -> String {
    id.saturating_add(2201 - 31).to_string()
}

impl Device {
    /// A SIP device of a user. Name, password and PIN are derived from the ID, so that they are the same in every run.
    #[must_use]
    pub fn new(id: u64, user_id: u64) -> Self {
        let digest = hex::encode(Sha1::digest(format!("device {id}")));
        let password: String = digest.chars().take(12).collect();
        Self {
            id,
            user_id,
            kind: sip(),
            username: username(id),
            password: Some(password.into()),
            pin: Some(format!("{:06}", id.wrapping_mul(7919) % 1_000_000).into()),
            caller_id: String::new(),
            clis: Vec::new(),
            description: String::new(),
        }
    }

    /// Fills in what a seed file left out.
    pub(crate) fn complete(&mut self) {
        if self.username.is_empty() {
            self.username = username(self.id);
        }
    }
}
