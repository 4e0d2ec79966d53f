//! `services_get`: lists the services.

use mor_api::{Endpoint, Fault, FromXml};
use rust_decimal::Decimal;

use super::{ServicePeriod, ServiceType};
use crate::ServiceId;

/// Lists the caller's services; the admin gets those of all owners.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "services_get",
    since = "X5",
    effect = read,
    response = Services,
    fault = ServicesFault,
)]
pub struct ServicesGet {}

/// The services the caller may see.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct Services {
    /// One for each service.
    #[mor(path = "services/service", rows)]
    pub services: Vec<Service>,
}

/// A service. Price, cost and currency are left out for an accountant who may not see financial data.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Service {
    /// Its ID. Since 2015.
    pub id: Option<ServiceId>,
    /// Its name.
    pub name: String,
    /// A note. Since May 2017.
    pub memo: Option<String>,
    /// `type`: what it charges for.
    #[mor(rename = "type")]
    pub service_type: ServiceType,
    /// How often a periodic fee is due.
    pub period: Option<ServicePeriod>,
    /// What subscribers pay.
    pub price: Option<Decimal>,
    /// What it costs the owner himself.
    pub self_cost: Option<Decimal>,
    /// Currency of price and cost.
    pub currency: Option<String>,
    /// `service_minutes_per_month` of a flat rate.
    pub quantity: Option<u64>,
    /// The flag `continue_call`, whose meaning is documented nowhere. Since October 2025.
    pub continue_call: Option<bool>,
}

/// Why there is no list of services.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum ServicesFault {
    /// There are none: an empty list is a refusal.
    #[fault("No Services found")]
    NoServices,
    /// The accountant lacks the right to services; by the vendor's page also an unknown caller.
    #[fault("You are not authorized to manage Services")]
    MayNotManage,
}
