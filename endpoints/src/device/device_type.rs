//! What a device is.

use mor_api::WireEnum;

/// The protocol or the kind of a device.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
#[mor(rename_all = "UPPERCASE")]
pub enum DeviceType {
    /// A SIP account.
    Sip,
    /// A SIP account served by Asterisk's PJSIP stack; servers of 2025 and later.
    Pjsip,
    /// An IAX2 account.
    Iax2,
    /// A device that receives faxes.
    Fax,
    /// A virtual device.
    #[mor(value = "Virtual")]
    Virtual,
    /// An H.323 account.
    H323,
    /// A Zaptel channel.
    Zap,
    /// A Skype account.
    #[mor(value = "Skype")]
    Skype,
    /// A DAHDI channel; a reseller cannot create one on X5.
    #[mor(value = "dahdi")]
    Dahdi,
    /// A word of another server.
    #[mor(other)]
    Other(String),
}
