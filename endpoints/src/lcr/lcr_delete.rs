//! `lcr_delete`: deletes an LCR.

use mor_api::Endpoint;

use super::LcrFault;
use crate::{Done, LcrId};

/// Deletes an LCR.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "lcr_delete",
    effect = write,
    caller = hashed(1),
    response = Done,
    fault = LcrFault,
    verify = "`lcrs_get` no longer lists it",
)]
pub struct LcrDelete {
    /// The LCR to delete.
    #[hash(order = 2)]
    pub lcr_id: LcrId,
}
