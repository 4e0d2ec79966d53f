//! Whether a device is a trunk.

use mor_api::WireEnum;

/// Whether a device is a trunk: a line to another switch with many numbers behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum Trunk {
    /// `0`: it is none.
    #[mor(value = "0")]
    No,
    /// `1`: it is one.
    #[mor(value = "1")]
    Yes,
    /// `2`: it is one, with ANI (the caller's number is passed on).
    #[mor(value = "2")]
    YesWithAni,
}
