//! How a device proves who it is.

use mor_api::WireEnum;

/// How a device proves who it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum Authentication {
    /// `0`, dynamic: by username and password, from any address.
    #[mor(value = "0")]
    Dynamic,
    /// `1`: by its IP address.
    #[mor(value = "1")]
    IpAddress,
}
