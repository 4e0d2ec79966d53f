//! `did_subscription_stop`: stops the subscription of a DID.

use mor_api::{Endpoint, InvalidRequest};

use super::{DidStateFault, StateDone};
use crate::DidId;

/// Stops the subscription of a DID by closing the DID.
///
/// Servers disagree on the parameter's name: the vendor's page has `did_id`, a later server reads and hashes `dids_id`.
/// One of the two is required. The hash is the same for both names, and [`for_all_servers`](Self::for_all_servers) sends
/// both.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "did_subscription_stop",
    effect = write,
    response = StateDone,
    fault = DidStateFault,
    verify = "`subscriptions_get` lists the subscriptions that are left",
    check = Self::check_did,
)]
pub struct DidSubscriptionStop {
    /// The DID, by the name of the vendor's page.
    #[hash(order = 1)]
    pub did_id: Option<DidId>,
    /// The DID by the name that later servers read; hashed unless `did_id` is sent as well.
    #[hash(order = 1, unless = "did_id")]
    pub dids_id: Option<DidId>,
}

impl DidSubscriptionStop {
    /// Sends the ID by both names, so that every server finds it.
    #[must_use]
    pub fn for_all_servers(did: impl Into<DidId>) -> Self {
        let did = did.into();
        Self::new().did_id(did).dids_id(did)
    }

    #[inline]
    fn check_did(&self) -> Result<(), InvalidRequest> {
        match (self.did_id, self.dids_id) {
            (None, None) => {
                Err(InvalidRequest::new("did_id", "it or `dids_id` is required: the ID of the DID"))
            }
            (Some(did), Some(other)) if did != other => {
                Err(InvalidRequest::new("dids_id", "it must be the same DID as `did_id`"))
            }
            _ => Ok(()),
        }
    }
}
