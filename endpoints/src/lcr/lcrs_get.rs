//! `lcrs_get`: lists the LCRs.

use mor_api::{Endpoint, FromXml};
use rust_decimal::Decimal;

use super::{LcrFault, ProviderOrder};
use crate::{LcrId, ProviderId, QualityRoutingId};

/// Lists the LCRs (least cost routing sets).
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "lcrs_get",
    effect = read,
    caller = hashed(1),
    response = Lcrs,
    fault = LcrFault,
)]
pub struct LcrsGet {
    /// Only LCRs of this name.
    #[nohash]
    pub s_name: Option<String>,
}

/// The LCRs the caller may see.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct Lcrs {
    /// One for each LCR.
    #[mor(path = "lcrs/lcr", rows)]
    pub lcrs: Vec<Lcr>,
}

/// A least cost routing set.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Lcr {
    /// Its ID.
    pub id: LcrId,
    /// Its name.
    pub name: String,
    /// How its providers are sorted.
    pub order: ProviderOrder,
    /// Limit of the first provider, in percent.
    pub first_provider_percent_limit: Decimal,
    /// The provider that takes over, if one is set.
    pub failover_provider_id: Option<ProviderId>,
    /// Whether only the first provider of the row is used.
    pub no_failover: bool,
    /// Minimal rate margin, in percent.
    pub minimal_rate_margin_percent: Decimal,
    /// The quality routing, if it is used.
    pub quality_routing_id: Option<QualityRoutingId>,
    /// Whether calls may cost more than they earn.
    pub allow_loss_calls: bool,
}
