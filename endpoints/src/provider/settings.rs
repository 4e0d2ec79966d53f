//! What the settings of a provider can be.

use mor_api::WireEnum;

/// Technology of a provider.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum Technology {
    /// Telephone lines at a card of the server.
    Dahdi,
    /// SIP.
    #[mor(value = "SIP")]
    Sip,
    /// IAX2: from one Asterisk to another.
    #[mor(value = "IAX2")]
    Iax2,
    /// H.323.
    #[mor(value = "H323")]
    H323,
    /// Another word of the server.
    #[mor(other)]
    Other(String),
}

/// How keyed digits travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum DtmfMode {
    /// As tones in the sound.
    Inband,
    /// As SIP INFO messages.
    Info,
    /// As RTP events (RFC 2833).
    Rfc2833,
    /// As the other side can.
    Auto,
}

/// How the address of a provider is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum NetworkType {
    /// By a host name.
    Hostname,
    /// By an IP address.
    Ip,
    /// Not at all: the provider registers at the server.
    Dynamic,
}
