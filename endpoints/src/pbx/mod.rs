//! PBX pools.

mod pbx_pool_create;

pub use pbx_pool_create::{PbxPoolCreate, PbxPoolFault};
