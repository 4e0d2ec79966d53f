//! The refusals of the functions for localization rules.

use mor_api::Fault;

/// Why a function for localization rules refuses.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum LocationRuleFault {
    /// The rule does not exist, or it is not the caller's.
    #[fault("Location rule was not found", "Rule was not found")]
    NotFound,
    /// The location does not exist.
    #[fault("Location was not found", "Location not found")]
    LocationNotFound,
    /// The location is not the caller's, or he may not copy to it.
    #[fault("Location error")]
    ForeignLocation,
    /// The location has the same rule already.
    #[fault("Rule must be unique")]
    NotUnique,
    /// The name is empty.
    #[fault("Rule must have name")]
    NameMissing,
    /// Both `cut` and `add` are empty.
    #[fault("Cut and Add cannot be empty")]
    CutAndAddMissing,
    /// There is no LCR with this ID.
    #[fault("LCR was not found")]
    LcrNotFound,
    /// There is no DID with this ID.
    #[fault("DID was not found")]
    DidNotFound,
    /// There is no device with this ID.
    #[fault("Device not found")]
    DeviceNotFound,
    /// There is no tariff with this ID.
    #[fault("Tariff was not found")]
    TariffNotFound,
    /// There is no group of locations with this ID.
    #[fault("Location Group was not found")]
    LocationGroupNotFound,
    /// A reseller cannot set the LCR.
    #[fault("Cannot assign lcr")]
    LcrForbidden,
    /// A reseller cannot set the DID.
    #[fault("Cannot assign did")]
    DidForbidden,
    /// The caller cannot set the device.
    #[fault("Cannot assign device")]
    DeviceForbidden,
    /// The rule could not be deleted; the server does not say why.
    #[fault("Rule was not deleted")]
    NotDeleted,
}
