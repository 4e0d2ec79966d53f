//! All settings of a device: the columns of its record.

use mor_api::{CommaList, ElementMap, FromXml, Secret};
use rust_decimal::Decimal;

use super::DeviceType;
use crate::{DeviceId, DidId, UserId};

/// All settings of a device.
///
/// Which there are depends on the server's version, and they are what the database holds: most are documented by
/// nothing but their names, many of which are Asterisk's.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page", trim)]
pub struct DeviceDetails {
    /// Its ID; X5 leaves it out.
    pub id: Option<DeviceId>,
    /// Its name in Asterisk. Every server sends it, so it distinguishes a device from any other page.
    pub name: String,
    /// Its address, or `dynamic`.
    pub host: Option<String>,
    /// Its password.
    pub secret: Option<Secret>,
    /// The dial plan context of its calls.
    pub context: Option<String>,
    /// Its address as the server keeps it; `0.0.0.0` in the sample of a dynamic device.
    pub ipaddr: Option<String>,
    /// Its port as the server keeps it; `0` in the sample of a dynamic device.
    pub port: Option<u16>,
    /// When its registration ends or ended, in Unix time.
    pub regseconds: Option<i64>,
    /// The account code of its calls.
    pub accountcode: Option<String>,
    /// Its caller ID: `"Anna" <37060000003>`.
    pub callerid: Option<String>,
    /// Its extension.
    pub extension: Option<String>,
    /// Whether it has voicemail.
    pub voicemail_active: Option<bool>,
    /// Its login name.
    pub username: Option<String>,
    /// Its type.
    pub device_type: Option<DeviceType>,
    /// Its owner; X5 leaves it out.
    pub user_id: Option<UserId>,
    /// Its primary DID, `0` for none; X5 leaves it out.
    pub primary_did_id: Option<DidId>,
    /// Whether it works while its user is not logged in.
    pub works_not_logged: Option<bool>,
    /// The device its calls are forwarded to; `0` for none.
    pub forward_to: Option<DeviceId>,
    /// Whether its calls are recorded.
    pub record: Option<bool>,
    /// Whether calls can be transferred, as IAX2 words it.
    pub transfer: Option<String>,
    /// The codecs that are not allowed, as Asterisk words it.
    pub disallow: Option<String>,
    /// The codecs that are allowed, as Asterisk words it.
    pub allow: Option<String>,
    /// The addresses that are refused: address and mask.
    pub deny: Option<String>,
    /// The addresses that are allowed: address and mask.
    pub permit: Option<String>,
    /// Whether it is behind a NAT, as Asterisk words it.
    pub nat: Option<String>,
    /// How often its reachability is checked in milliseconds, or a word of Asterisk.
    pub qualify: Option<String>,
    /// The SIP contact it registered.
    pub fullcontact: Option<String>,
    /// Whether media may bypass the server, as Asterisk words it.
    pub canreinvite: Option<String>,
    /// How it sends DTMF.
    pub dtmfmode: Option<String>,
    /// Its call groups.
    pub callgroup: Option<String>,
    /// The groups whose calls it may pick up.
    pub pickupgroup: Option<String>,
    /// The user it is shown as in SIP's *From*.
    pub fromuser: Option<String>,
    /// The domain it is shown with in SIP's *From*.
    pub fromdomain: Option<String>,
    /// Whether its *Remote-Party-ID* is trusted, as Asterisk words it.
    pub trustrpid: Option<String>,
    /// Whether *Remote-Party-ID* is sent to it, as Asterisk words it.
    pub sendrpid: Option<String>,
    /// Which checks of authentication are left out, as Asterisk words it.
    pub insecure: Option<String>,
    /// Whether progress is told in-band, as Asterisk words it.
    pub progressinband: Option<String>,
    /// Whether video is on, as Asterisk words it.
    pub videosupport: Option<String>,
    /// A label.
    pub description: Option<String>,
    /// Whether it is a trunk.
    pub istrunk: Option<bool>,
    /// Whether its caller ID comes from its DIDs.
    pub cid_from_dids: Option<bool>,
    /// Its PIN.
    pub pin: Option<Secret>,
    /// Whether the balance is announced before a call.
    pub tell_balance: Option<bool>,
    /// Whether the remaining time is announced before a call.
    pub tell_time: Option<bool>,
    /// How long before its end a call is told the remaining time, presumably in seconds.
    pub tell_rtime_when_left: Option<u32>,
    /// After how long the remaining time is told again, presumably in seconds.
    pub repeat_rtime_every: Option<u32>,
    /// Whether T.38 is passed through, as Asterisk words it.
    pub t38pt_udptl: Option<String>,
    /// Whether it is a trunk with ANI.
    pub ani: Option<bool>,
    /// Whether SIP redirects to other hosts are followed, as Asterisk words it.
    pub promiscredir: Option<String>,
    /// How long it rings, in seconds.
    pub timeout: Option<u32>,
    /// Whether *SIPCHANINFO* is processed.
    pub process_sipchaninfo: Option<bool>,
    /// Whether duplicate calls are allowed.
    pub allow_duplicate_calls: Option<bool>,
    /// How many calls it may have at once; 0 for any number.
    pub call_limit: Option<u32>,
    /// Its latency.
    pub latency: Option<Decimal>,
    /// The grace time of its calls, presumably in seconds.
    pub grace_time: Option<u32>,
    /// Whether ANI is used to find its CLI.
    pub use_ani_for_cli: Option<bool>,
    /// The longest call, in seconds; 0 for no limit.
    pub max_timeout: Option<u32>,
    /// The transports of its SIP messages.
    pub transport: Option<String>,
    /// Whether media are encrypted, as Asterisk words it.
    pub encryption: Option<String>,
    /// Blocking of calls by caller ID; its values are not documented.
    pub block_callerid: Option<String>,
    /// Whether calls share IAX2 packets, as Asterisk words it.
    pub trunk: Option<String>,
    /// How many calls may start within `cps_period`; `0` presumably for any number.
    pub cps_call_limit: Option<u32>,
    /// The period of `cps_call_limit`, presumably in seconds.
    pub cps_period: Option<u32>,
    /// The user name Asterisk takes until it registers.
    pub defaultuser: Option<String>,
    /// `type`: what it is to Asterisk: `friend`, `peer` or `user`.
    #[mor(rename = "type")]
    pub asterisk_type: Option<String>,
    /// How it authenticates over IAX2.
    pub auth: Option<String>,
    /// Whether SIP transfers are allowed, as Asterisk words it.
    pub allowtransfer: Option<String>,
    /// Whether it registers, as Asterisk words it.
    pub dynamic: Option<String>,
    /// Its own balance. From April 2020.
    pub balance: Option<Decimal>,
    /// Whether it has a balance of its own. From April 2020.
    pub device_balance_enabled: Option<bool>,
    /// Its audio codecs; older servers do not report them.
    #[mor(path = "codecs/audio_codecs")]
    pub audio_codecs: Option<CommaList<String>>,
    /// Its video codecs; older servers do not report them.
    #[mor(path = "codecs/video_codecs")]
    pub video_codecs: Option<CommaList<String>>,
    /// The URL that is called when a call of the device ends; it may carry a token. Servers of 2026 and later send it; where
    /// among the columns is not documented.
    pub webhook_url_for_call_end: Option<Secret>,
    /// Columns of other versions, by wire name.
    #[mor(rest)]
    pub other: ElementMap,
}

#[cfg(test)]
mod tests {
    use mor_api::from_xml;

    use super::*;

    #[test]
    fn codecs_that_are_not_reported_differ_from_none() {
        let old: DeviceDetails = from_xml("<page><name>2201</name><host>dynamic</host></page>").unwrap();
        assert_eq!((old.audio_codecs, old.video_codecs), (None, None));

        let codecs = "<codecs><audio_codecs>alaw, ulaw</audio_codecs><video_codecs/></codecs>";
        let new: DeviceDetails = from_xml(&format!("<page><name>2201</name>{codecs}</page>")).unwrap();
        assert_eq!(new.audio_codecs.unwrap().0, ["alaw", "ulaw"]);
        assert_eq!(new.video_codecs.unwrap().0, Vec::<String>::new());
    }

    #[test]
    fn a_page_without_a_name_is_not_a_device() {
        assert!(from_xml::<DeviceDetails>("<page><pagename>Login</pagename></page>").is_err());
    }
}
