//! `service_delete`: deletes a service.

use mor_api::{Endpoint, Fault};

use crate::{Done, ServiceId};

/// Deletes a service that nobody is subscribed to.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "service_delete",
    since = "X5",
    effect = write,
    response = Done,
    fault = ServiceDeleteFault,
    verify = "`services_get` no longer lists it",
)]
pub struct ServiceDelete {
    /// The service to delete.
    #[hash(order = 1)]
    pub service_id: ServiceId,
}

/// Why a service was not deleted.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum ServiceDeleteFault {
    /// There is no such service, or it is not the caller's.
    #[fault("Service was not found")]
    NotFound,
    /// Somebody is subscribed to it.
    #[fault("Cannot delete - some subscriptions to this service exist")]
    InUse,
    /// The accountant lacks the right to services.
    #[fault("You are not authorized to manage Services")]
    MayNotManage,
    /// The vendor's page says so for an unknown caller, where X8 sends `Access Denied`.
    #[fault("User was not found")]
    UserNotFound,
}
