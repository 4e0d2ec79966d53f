//! On which days a rate applies.

use mor_api::WireEnum;

/// On which days a rate applies; a rate for all days has none.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum DayType {
    /// `WD`: on work days.
    #[mor(value = "WD")]
    WorkDay,
    /// `FD`: on free days.
    #[mor(value = "FD")]
    FreeDay,
    /// A word of a newer server.
    #[mor(other)]
    Other(String),
}
