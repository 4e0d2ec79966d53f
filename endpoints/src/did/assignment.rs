//! What the functions answer that assign a DID to a device and take it away again.

use mor_api::FromXml;

use crate::{DeviceId, DidId, Done};

/// The DID was assigned, or taken away.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct DidAssignment {
    /// `success`: the server's words for it.
    #[mor(path = "status/success")]
    pub message: Done,
    /// The DID; only if the request asked with `test=1`.
    pub did_id: Option<DidId>,
    /// The device it is assigned to; only if the request asked with `test=1`, and never after taking it away.
    pub device_id: Option<DeviceId>,
}
