//! `device_update`: changes settings of a device.

use std::net::IpAddr;

use mor_api::{Endpoint, InvalidRequest, Secret};

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
    effect = write,
    response = UpdatedDevice,
    fault = DeviceUpdateFault,
    verify = "`device_details_get` with the `device` as `device_id` shows its settings",
    check = Self::check_webhook,
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
    /// The `http` or `https` URL that servers of 2026 and later call when a call of the device ends; empty for none. A secret,
    /// since a token in its query is the only proof of who calls it.
    #[nohash]
    pub webhook_url_for_call_end: Option<Secret>,
}

impl DeviceUpdate {
    /// The URL is not repeated in the error.
    #[inline]
    fn check_webhook(&self) -> Result<(), InvalidRequest> {
        let url = self.webhook_url_for_call_end.as_ref().map_or("", Secret::expose);
        let is_web = ["http://", "https://"].iter().any(|scheme| {
            let start = url.get(..scheme.len());
            url.len() > scheme.len() && start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        });
        if url.is_empty() || is_web {
            return Ok(());
        }
        let problem = "expected a URL that starts with http:// or https://, or an empty value to clear it";
        Err(InvalidRequest::new("webhook_url_for_call_end", problem))
    }
}

#[cfg(test)]
mod tests {
    use mor_api::{CallOptions, Credentials, Server};

    use super::*;

    fn with_webhook(url: &str) -> DeviceUpdate {
        DeviceUpdate::new(2).webhook_url_for_call_end(url)
    }

    #[test]
    fn a_webhook_is_a_web_address_or_nothing() {
        for url in ["http://example.com/end", "HTTPS://example.com/?api_key=secret", ""] {
            assert_eq!(with_webhook(url).check(), Ok(()), "{url}");
        }
        for url in ["ftp://example.com", "example.com/?token=abcdef", "https://", " https://example.com", "é"]
        {
            let problem = with_webhook(url).check().unwrap_err().to_string();
            assert!(problem.contains("starts with http://"), "{problem}");
            assert!(!problem.contains("abcdef"), "{problem}");
        }
    }

    #[test]
    fn an_empty_webhook_is_sent_and_none_is_hashed() {
        let server = Server::new("https://switch.example.com").unwrap();
        let caller = Credentials::new("admin").with_key("secret");
        for (url, shown) in [("", ""), ("https://example.com/?token=abcdef", Secret::MASK)] {
            let explanation = server.explain(&with_webhook(url), &caller, &CallOptions::default()).unwrap();
            assert_eq!(explanation.hash_parts, [("device".to_owned(), "2".to_owned())]);
            let sent = ("webhook_url_for_call_end".to_owned(), shown.to_owned());
            assert!(explanation.form.contains(&sent), "{:?}", explanation.form);
        }
    }
}
