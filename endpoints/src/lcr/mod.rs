//! Least cost routing: in which order providers are tried.
//!
//! The vendor's pages of all six functions are of January 2023 and state no version.

mod fault;
mod lcr_add_provider;
mod lcr_create;
mod lcr_delete;
mod lcr_delete_provider;
mod lcr_update;
mod lcrs_get;
mod provider_order;

pub use fault::LcrFault;
pub use lcr_add_provider::LcrAddProvider;
pub use lcr_create::LcrCreate;
pub use lcr_delete::LcrDelete;
pub use lcr_delete_provider::LcrDeleteProvider;
pub use lcr_update::LcrUpdate;
pub use lcrs_get::{Lcr, Lcrs, LcrsGet};
pub use provider_order::ProviderOrder;
