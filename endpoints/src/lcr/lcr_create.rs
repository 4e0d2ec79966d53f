//! `lcr_create`: creates an LCR.

use mor_api::Endpoint;

use super::{LcrFault, ProviderOrder};
use crate::Done;

/// Creates an LCR.
///
/// The answer does not tell the new ID: look it up by name with [`LcrsGet`](super::LcrsGet). Do not repeat a call
/// whose outcome is unknown before you have looked.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "lcr_create",
    effect = write,
    caller = hashed(1),
    response = Done,
    fault = LcrFault,
    verify = "`lcrs_get` lists the LCRs: look for the `name`",
)]
pub struct LcrCreate {
    /// Its name. The page does not call it required; another client insists on it.
    #[nohash]
    pub name: Option<String>,
    /// How its providers are sorted.
    #[nohash]
    pub order: Option<ProviderOrder>,
}
