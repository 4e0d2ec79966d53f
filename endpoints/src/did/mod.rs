//! DIDs: numbers that people call.
//!
//! A DID is free, reserved for a user or reseller, active (a device or dial plan uses it), closed or terminated; see
//! [`DidStatus`]. Some functions want its ID ([`DidId`](crate::DidId)), others the number itself.

mod assign_fault;
mod assignment;
mod call_reject;
mod did_close;
mod did_create;
mod did_create_fault;
mod did_delete;
mod did_details_update;
mod did_device_assign;
mod did_device_unassign;
mod did_make_free;
mod did_rate;
mod did_rates_details_get;
mod did_rates_details_update;
mod did_rates_get;
mod did_rates_update;
mod did_status;
mod did_subscription_stop;
mod did_terminate;
mod did_trunk_device_assign;
mod dids_fault;
mod dids_get;
mod new_owner;
mod rates_fault;
mod state_done;
mod state_fault;

pub use assign_fault::DidAssignFault;
pub use assignment::DidAssignment;
pub use call_reject::CallReject;
pub use did_close::{DidClose, DidClosed};
pub use did_create::{DidCreate, DidCreated};
pub use did_create_fault::DidCreateFault;
pub use did_delete::{DidDelete, DidDeleteFault};
pub use did_details_update::{DidDetailsFault, DidDetailsUpdate};
pub use did_device_assign::DidDeviceAssign;
pub use did_device_unassign::{DidDeviceUnassign, DidUnassignFault};
pub use did_make_free::DidMakeFree;
pub use did_rate::{DidRate, DidRateType};
pub use did_rates_details_get::{DidRateDetails, DidRatesDetailsGet};
pub use did_rates_details_update::DidRatesDetailsUpdate;
pub use did_rates_get::{DidRates, DidRatesGet};
pub use did_rates_update::{DidRatesUpdate, UpdatedDidRates};
pub use did_status::DidStatus;
pub use did_subscription_stop::DidSubscriptionStop;
pub use did_terminate::DidTerminate;
pub use did_trunk_device_assign::DidTrunkDeviceAssign;
pub use dids_fault::DidsFault;
pub use dids_get::{Did, Dids, DidsGet};
pub use new_owner::NewOwner;
pub use rates_fault::DidRatesFault;
pub use state_done::StateDone;
pub use state_fault::DidStateFault;
