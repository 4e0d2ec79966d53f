//! `did_make_free`: makes a DID free again.

use mor_api::Endpoint;

use super::DidStateFault;
use crate::{DidId, Done};

/// Makes a terminated, reserved or closed DID free again.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "did_make_free",
    since = "X10",
    effect = write,
    response = Done,
    fault = DidStateFault,
    verify = "`dids_get` shows the DID's `status`",
)]
pub struct DidMakeFree {
    /// The DID to free.
    #[hash(order = 1)]
    pub dids_id: DidId,
}
