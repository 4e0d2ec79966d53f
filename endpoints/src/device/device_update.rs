//! `device_update`: changes settings of a device.
//!
//! Since: not stated; changes the server.

use std::net::IpAddr;

use mor_api::{Endpoint, Secret};

use super::{Authentication, DeviceUpdateFault, Trunk, UpdatedDevice};
use crate::{DeviceId, LocationId};

/// Changes settings of a device; what is left out stays as it is.
///
/// X5 knows only `device` and `new_location_id`; it would ignore the others, but hash some of them, such as `pin`, by
/// rules of its own: do not send them there. The vendor's page breaks off in its list, so newer servers may know
/// more parameters than these.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "device_update",
    group = "device",
    effect = write,
    response = UpdatedDevice,
    fault = DeviceUpdateFault,
    verify = "`device_details_get` with the `device` as `device_id` shows its settings",
)]
pub struct DeviceUpdate {
    /// The device.
    #[hash(order = 1)]
    pub device: DeviceId,

    /// How the device proves who it is.
    #[hash(order = 2)]
    pub authentication: Option<Authentication>,

    /// Its login name; for dynamic authentication.
    #[hash(order = 3)]
    pub username: Option<String>,

    /// Its address; for authentication by IP address.
    #[hash(order = 4)]
    pub host: Option<IpAddr>,

    /// Its port; for authentication by IP address.
    #[hash(order = 5)]
    pub port: Option<u16>,

    /// The location (set of localization rules) to move it to. X5 gives a reseller's device that is in location 1
    /// the reseller's default location instead.
    #[nohash]
    pub new_location_id: Option<LocationId>,

    /// The number shown as caller ID.
    #[nohash]
    pub callerid_number: Option<String>,

    /// The name shown as caller ID.
    #[nohash]
    pub callerid_name: Option<String>,

    /// Allows an empty `callerid_number` and `callerid_name`.
    #[nohash]
    pub allow_empty_callerid: Option<bool>,

    /// Whether it is a trunk.
    #[nohash]
    pub trunk: Option<Trunk>,

    /// E-mail address to add to a FAX device.
    #[nohash]
    pub fax_email_add: Option<String>,

    /// E-mail address to remove from a FAX device.
    #[nohash]
    pub fax_email_delete: Option<String>,

    /// How many calls it may have at once; 0 for any number.
    #[nohash]
    pub call_limit: Option<u32>,

    /// Its *fromuser*.
    #[nohash]
    pub fromuser: Option<String>,

    /// Its password; for dynamic authentication. One that is too short is refused while the rest may be changed:
    /// see [`UpdatedDevice`].
    #[nohash]
    pub password: Option<Secret>,

    /// The longest call, in seconds.
    #[nohash]
    pub call_timeout: Option<u32>,

    /// Its extension, made of `a`-`z`, `0`-`9`, `#` and `*`.
    #[nohash]
    pub extension: Option<String>,

    /// Its PIN, digits; empty for none.
    #[nohash]
    pub pin: Option<Secret>,

    /// Hides and blocks it, or shows it again.
    #[nohash]
    pub hidden: Option<bool>,

    /// Its language.
    #[nohash]
    pub language: Option<String>,

    /// A comment.
    #[nohash]
    pub comment: Option<String>,

    /// Its encryption; the values are not documented.
    #[nohash]
    pub encryption: Option<String>,
}
