//! The server itself.

mod system_version_get;

pub use system_version_get::{SystemVersion, SystemVersionGet};
