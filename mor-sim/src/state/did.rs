//! DIDs: the telephone numbers that lead to a device.

use serde::Deserialize;

/// A DID.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Did {
    /// ID in the database.
    pub id: u64,
    /// The number; no two DIDs have the same.
    pub number: String,
    /// Username of the admin or reseller who may use the DID.
    #[serde(default = "admin")]
    pub owner: String,
    /// ID of the device the DID is assigned to. An assigned DID is *active*.
    pub device_id: Option<u64>,
    /// Status of a DID that is not assigned to a device.
    #[serde(default)]
    pub status: DidStatus,
    /// ID of the provider the number comes from.
    #[serde(default = "first")]
    pub provider_id: u64,
}

fn admin() -> String {
    "admin".to_owned()
}

fn first() -> u64 {
    1
}

impl Did {
    /// A free DID of the admin.
    #[must_use]
    pub fn new(id: u64, number: &str) -> Self {
        Self {
            id,
            number: number.to_owned(),
            owner: admin(),
            device_id: None,
            status: DidStatus::Free,
            provider_id: first(),
        }
    }

    /// The status as lists show it.
    pub(crate) fn status_name(&self) -> &'static str {
        match self.status {
            _ if self.device_id.is_some() => "Active",
            DidStatus::Free => "Free",
            DidStatus::Reserved => "Reserved",
            DidStatus::Closed => "Closed",
            DidStatus::Terminated => "Terminated",
        }
    }
}

/// Status of a DID that is not assigned to a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DidStatus {
    /// It can be assigned.
    #[default]
    Free,
    /// It is kept for a user, and can be assigned.
    Reserved,
    /// It is out of use, and cannot be assigned.
    Closed,
    /// It was given back to the provider, and cannot be assigned.
    Terminated,
}
