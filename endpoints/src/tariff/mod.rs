//! Tariffs and their rates.

mod import_lists;
mod purpose;
mod rate_words;
mod retail_tariff;
mod tariff_rates_get;
mod tariff_retail_import;
mod tariff_wholesale_update;
mod tariffs_get;

pub use purpose::TariffPurpose;
pub use rate_words::{RateDuration, RateType};
pub use retail_tariff::{RetailTariff, RetailTariffDestination, RetailTariffRate};
pub use tariff_rates_get::{
    DestinationRates, RetailRate, TariffRates, TariffRatesFault, TariffRatesGet, TariffWithRates,
    WholesaleRate,
};
pub use tariff_retail_import::{
    BadRate, DestinationGroup, RetailImport, RetailImportFault, TariffRetailImport,
};
pub use tariff_wholesale_update::{TariffWholesaleFault, TariffWholesaleUpdate, TariffWholesaleUpdated};
pub use tariffs_get::{Tariff, Tariffs, TariffsFault, TariffsGet};
