//! The words of the settings of new devices.

use mor_api::WireEnum;

/// Whether devices send media directly to each other, as Asterisk names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum Reinvite {
    /// They do.
    Yes,
    /// They do not.
    No,
    /// They do, but not behind NAT.
    Nonat,
    /// They do, by UPDATE in place of INVITE.
    Update,
    /// They do, by UPDATE and not behind NAT.
    #[mor(value = "update,nonat")]
    UpdateNonat,
}

/// How devices behind NAT are treated, as Asterisk names it. An early page had `never` and `route`, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum Nat {
    /// As if they were behind NAT.
    Yes,
    /// As if they were not.
    No,
    /// Answers go to the port that the request came from.
    ForceRport,
    /// Media goes to the address that media comes from.
    Comedia,
}

/// Audio codecs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum AudioCodec {
    /// G.711 A-law.
    Alaw,
    /// G.711 µ-law.
    Ulaw,
    /// G.722.
    G722,
    /// G.723.
    G723,
    /// G.726.
    G726,
    /// G.729.
    G729,
    /// GSM.
    Gsm,
    /// iLBC.
    Ilbc,
    /// LPC-10.
    Lpc10,
    /// Speex.
    Speex,
    /// ADPCM; the vendor's page spells it `sdpcm`.
    Adpcm,
    /// Signed linear PCM.
    Slin,
}

/// Video codecs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum VideoCodec {
    /// H.261.
    H261,
    /// H.263.
    H263,
    /// H.263+.
    H263p,
    /// H.264.
    H264,
}
