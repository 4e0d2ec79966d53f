//! Tariffs and their rates.

mod import_lists;
mod purpose;
mod rate_words;
mod retail_import_fault;
mod retail_tariff;
mod tariff_rates_fault;
mod tariff_rates_get;
mod tariff_retail_import;
mod tariff_wholesale_fault;
mod tariff_wholesale_update;
mod tariffs_get;

pub use purpose::TariffPurpose;
pub use rate_words::{RateDuration, RateType};
pub use retail_import_fault::RetailImportFault;
pub use retail_tariff::{RetailTariff, RetailTariffDestination, RetailTariffRate};
pub use tariff_rates_fault::TariffRatesFault;
pub use tariff_rates_get::{
    DestinationRates, RetailRate, TariffRates, TariffRatesGet, TariffWithRates, WholesaleRate,
};
pub use tariff_retail_import::{BadRate, DestinationGroup, RetailImport, TariffRetailImport};
pub use tariff_wholesale_fault::TariffWholesaleFault;
pub use tariff_wholesale_update::{TariffWholesaleUpdate, TariffWholesaleUpdated};
pub use tariffs_get::{Tariff, Tariffs, TariffsFault, TariffsGet};
