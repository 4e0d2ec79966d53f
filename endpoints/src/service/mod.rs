//! Services that users subscribe to.

mod fault;
mod service_create;
mod service_delete;
mod service_period;
mod service_type;
mod service_update;
mod services_get;

pub use fault::ServiceFault;
pub use service_create::{ServiceCreate, ServiceCreated};
pub use service_delete::{ServiceDelete, ServiceDeleteFault};
pub use service_period::ServicePeriod;
pub use service_type::ServiceType;
pub use service_update::ServiceUpdate;
pub use services_get::{Service, Services, ServicesFault, ServicesGet};
