//! `lcr_update`: changes an LCR.

use mor_api::Endpoint;
use rust_decimal::Decimal;

use super::{LcrFault, ProviderOrder};
use crate::{Done, LcrId, QualityRoutingId};

/// Changes an LCR; what is left out stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "lcr_update",
    effect = write,
    caller = hashed(1),
    response = Done,
    fault = LcrFault,
    verify = "`lcrs_get` shows the LCR",
)]
pub struct LcrUpdate {
    /// The LCR to change.
    #[hash(order = 2)]
    pub lcr_id: LcrId,
    /// New name.
    #[nohash]
    pub name: Option<String>,
    /// How its providers are sorted.
    #[nohash]
    pub order: Option<ProviderOrder>,
    /// Allows calls that cost more than they earn.
    #[nohash]
    pub allow_loss_calls: Option<bool>,
    /// Uses only the first provider of the row.
    #[nohash]
    pub no_failover: Option<bool>,
    /// Minimal rate margin, in percent.
    #[nohash]
    pub minimal_rate_margin_percent: Option<Decimal>,
    /// Limit of the first provider, in percent.
    #[nohash]
    pub first_provider_percent_limit: Option<Decimal>,
    /// The quality routing.
    #[nohash]
    pub quality_routing_id: Option<QualityRoutingId>,
}
