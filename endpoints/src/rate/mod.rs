//! Rates as users see them.

mod dg_list_user_destinations;
mod rate_fault;
mod rate_get;
mod user_rates;

pub use dg_list_user_destinations::{Destination, DestinationGroup, DgListUserDestinations};
pub use rate_fault::RateFault;
pub use rate_get::{RateGet, RateQuote, RateQuotes};
pub use user_rates::{ListedRate, RatesOfUser, UserRates};
