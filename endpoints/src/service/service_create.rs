//! `service_create`: creates a service.

use mor_api::{Endpoint, FromXml, InvalidRequest};
use rust_decimal::Decimal;

use super::{ServiceFault, ServicePeriod, ServiceType};
use crate::{Done, ServiceId, UserId};

/// Creates a service.
///
/// A repeated call creates a second one. Older servers do not tell the new ID: look it up with
/// [`ServicesGet`](super::ServicesGet).
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "service_create",
    since = "X5",
    effect = write,
    response = ServiceCreated,
    fault = ServiceFault,
    verify = "`services_get` lists the services: look for the `new_service_name` (`name`)",
    check = Self::check_minutes,
)]
pub struct ServiceCreate {
    /// Its name.
    #[hash(order = 1)]
    pub new_service_name: String,
    /// What it charges for.
    #[hash(order = 2)]
    pub new_service_type: ServiceType,
    /// What subscribers pay.
    #[nohash]
    pub service_sell_price: Option<Decimal>,
    /// What it costs the owner himself.
    #[nohash]
    pub service_self_cost: Option<Decimal>,
    /// How often a periodic fee is due; every month if left out.
    #[nohash]
    pub service_period: Option<ServicePeriod>,
    /// Minutes for each month, more than 0; required for the flat rates.
    #[nohash]
    pub service_minutes_per_month: Option<u32>,
    /// Whose service it is: the admin's or one of his resellers'. Only for the admin.
    #[nohash]
    pub new_owner_id: Option<UserId>,
}

impl ServiceCreate {
    #[inline]
    fn check_minutes(&self) -> Result<(), InvalidRequest> {
        if self.new_service_type.is_flat_rate() && self.service_minutes_per_month.is_none() {
            return Err(InvalidRequest::new("service_minutes_per_month", "a flat rate needs minutes"));
        }
        Ok(())
    }
}

/// A new service.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
pub struct ServiceCreated {
    /// The server's words.
    pub success: Done,
    /// `service/id`: its ID; X8 does not tell it.
    #[mor(path = "service/id")]
    pub id: Option<ServiceId>,
}
