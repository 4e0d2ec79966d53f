//! `tariffs_get`: lists the tariffs.

use mor_api::{Endpoint, Fault, FromXml, ServerTime};
use rust_decimal::Decimal;

use super::TariffPurpose;
use crate::TariffId;

/// Lists the tariffs the caller may see. The vendor's page shows data of June 2022.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "tariffs_get",
    effect = read,
    caller = hashed(1),
    response = Tariffs,
    fault = TariffsFault,
)]
pub struct TariffsGet {}

/// The tariffs.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct Tariffs {
    /// One for each tariff.
    #[mor(path = "tariffs/tariff", rows)]
    pub tariffs: Vec<Tariff>,
}

/// A tariff.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Tariff {
    /// Its ID.
    pub id: TariffId,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: TariffPurpose,
    /// Currency of its rates.
    pub currency: String,
    /// When it was changed, if ever.
    pub last_update_date: Option<ServerTime>,
    /// `delta_value` of one that is derived from a provider's: what is added to his rates.
    pub delta_value: Option<Decimal>,
    /// `delta_percent` of one that is derived from a provider's: what is added to his rates, in percent.
    pub delta_percent: Option<Decimal>,
}

/// Why there is no list of tariffs.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum TariffsFault {
    /// There are none: an empty list is a refusal.
    #[fault("No Tariffs found")]
    NoTariffs,
}
