//! Sums of calls: the answer of `aggregate_get`.

use mor_api::{ElementMap, FromXml};
use rust_decimal::Decimal;

use crate::{Seconds, UserId};

/// Sums of calls, row by row and all together.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct Aggregates {
    /// One for each combination of what the calls are grouped by.
    #[mor(path = "aggregates/aggregate", rows)]
    pub rows: Vec<Aggregate>,
    /// The sums of all rows; amounts are rounded here. Only another client documents them, so MOR may lack them.
    pub totals: Option<Aggregate>,
}

/// Sums of calls, and what they have in common.
///
/// MOR's own answer is documented nowhere. These are the elements of its sister products M2 and M4, of which MOR may
/// lack some; what it calls otherwise, such as other keys of the grouping, is in `other`.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Aggregate {
    /// What the users are charged.
    pub billed_originator: Option<Decimal>,
    /// What the users are charged, with tax.
    pub billed_originator_with_tax: Option<Decimal>,
    /// What the terminators charge.
    pub billed_terminator: Option<Decimal>,
    /// What is left; not in the totals.
    pub profit: Option<Decimal>,
    /// Seconds for which the users are charged.
    pub billed_duration_originator: Option<Seconds>,
    /// Seconds for which the terminators charge.
    pub billed_duration_terminator: Option<Seconds>,
    /// Duration of the calls.
    pub duration: Option<Seconds>,
    /// How many calls were answered.
    pub answered_calls: Option<u64>,
    /// How many calls there were.
    pub total_calls: Option<u64>,
    /// Answer-seizure ratio: share of the calls that were answered, in percent.
    pub asr: Option<Decimal>,
    /// Average duration of an answered call, in seconds.
    pub acd: Option<Decimal>,
    /// Name of the destination group, if grouped by it.
    pub dst_group: Option<String>,
    /// Name of the user, if grouped by user.
    pub originator: Option<String>,
    /// ID of the user, if grouped by user.
    pub originator_id: Option<UserId>,
    /// Name of the terminator, if grouped by terminator.
    pub terminator: Option<String>,
    /// Elements of other names.
    #[mor(rest)]
    pub other: ElementMap,
}
