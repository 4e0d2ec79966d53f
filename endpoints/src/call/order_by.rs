//! The columns a call list can be sorted by.

use mor_api::WireEnum;

/// What to sort calls by: a column of the call list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum OrderBy {
    /// Start of the call.
    Time,
    /// Number that called.
    Src,
    /// Number that was called.
    Dst,
    /// Prefix of the destination.
    Prefix,
    /// Billed seconds.
    NiceBillsec,
    /// Hangup cause code.
    Hgc,
    /// Server.
    Server,
    /// Provider's name.
    PName,
    /// Provider's rate.
    PRate,
    /// Provider's price.
    PPrice,
    /// Reseller.
    Reseller,
    /// Reseller's rate.
    RRate,
    /// Reseller's price.
    RPrice,
    /// User.
    User,
    /// User's rate.
    URate,
    /// User's price.
    UPrice,
    /// Calling card's number.
    Number,
    /// Price of the DID for its provider.
    DProvider,
    /// Price of the DID for incoming calls.
    DInc,
    /// Price of the DID for its owner.
    DOwner,
}
