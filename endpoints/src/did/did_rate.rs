//! A rate of a DID: what a call to it costs whom.

use jiff::civil::Time;
use mor_api::{ElementMap, FromXml, WireEnum};
use rust_decimal::Decimal;

use crate::{DayType, DidId, DidRateId};

/// A rate of a DID for a time of day.
///
/// `did_rates_update` answers with all of these elements. What `did_rates_get` answers with is not documented, so any
/// of them may be missing.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct DidRate {
    /// Its ID.
    pub id: Option<DidRateId>,
    /// From when it applies, as a time of day.
    pub start_time: Option<Time>,
    /// Until when it applies, as a time of day.
    pub end_time: Option<Time>,
    /// Price of a minute; below zero, who would pay is paid.
    pub rate: Option<Decimal>,
    /// Price of the connection.
    pub connection_fee: Option<Decimal>,
    /// In steps of how many seconds a call is billed.
    pub increment_s: Option<u64>,
    /// How many seconds are billed at least.
    pub min_time: Option<u64>,
    /// The DID.
    pub did_id: Option<DidId>,
    /// Who pays it.
    pub rate_type: Option<DidRateType>,
    /// On which days it applies; on all if not set.
    pub daytype: Option<DayType>,
    /// Elements of other versions, by wire name.
    #[mor(rest)]
    pub other: ElementMap,
}

/// Who pays a rate of a DID.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum DidRateType {
    /// The provider the DID comes from.
    Provider,
    /// The user who has the DID.
    Owner,
    /// The user who calls the DID.
    Incoming,
    /// A word of a newer server; the vendor's sample has `provide`, which looks like a slip.
    #[mor(other)]
    Other(String),
}
