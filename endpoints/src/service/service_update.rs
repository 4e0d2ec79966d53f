//! `service_update`: changes a service.

use mor_api::Endpoint;
use rust_decimal::Decimal;

use super::{ServiceFault, ServicePeriod, ServiceType};
use crate::{Done, ServiceId};

/// Changes a service; what is left out stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "service_update",
    since = "X5",
    effect = write,
    response = Done,
    fault = ServiceFault,
    verify = "`services_get` shows the service",
)]
pub struct ServiceUpdate {
    /// The service to change.
    #[hash(order = 1)]
    pub service_id: ServiceId,
    /// New name.
    #[nohash]
    pub service_name: Option<String>,
    /// New type.
    #[nohash]
    pub service_type: Option<ServiceType>,
    /// What subscribers pay.
    #[nohash]
    pub service_sell_price: Option<Decimal>,
    /// What it costs the owner himself.
    #[nohash]
    pub service_self_cost: Option<Decimal>,
    /// How often a periodic fee is due.
    #[nohash]
    pub service_period: Option<ServicePeriod>,
    /// Minutes for each month, more than 0; for the flat rates only.
    #[nohash]
    pub service_minutes_per_month: Option<u32>,
}
