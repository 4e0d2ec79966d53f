//! `quickstats_get`: sums up the calls of today and of this month.

use mor_api::{Endpoint, FromXml};
use rust_decimal::Decimal;

/// Sums up the calls of today and, on some servers, of this month, and counts the calls in progress.
///
/// Days and months are those of the caller's time zone. An accountant is refused with `AccessDenied`.
///
/// The username is hashed unless it is exactly `admin`. The name decides, not the role: the name of another
/// administrator is hashed.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "quickstats_get",
    since = "X7",
    effect = read,
    caller = hashed(1),
    unhashed_caller = "admin",
    response = Quickstats,
)]
pub struct QuickstatsGet {}

/// What the server has counted, as far as the caller may see it.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/quickstats")]
pub struct Quickstats {
    /// The current month. X8 sends it, the vendor's page does not show it.
    pub this_month: Option<PeriodStats>,
    /// The current day.
    pub today: PeriodStats,
    /// Calls in progress; for the admin only.
    pub active_calls: Option<ActiveCallCounts>,
}

/// The calls of a day or a month. A plain user is shown no money.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct PeriodStats {
    /// How many calls there were.
    pub calls: u64,
    /// How long they lasted together, in seconds.
    pub duration: u64,
    /// What they brought in. Amounts are the server's binary fractions, not rounded: `28.110331000000002`.
    pub revenue: Option<Decimal>,
    /// What they cost.
    pub self_cost: Option<Decimal>,
    /// Revenue less cost.
    pub profit: Option<Decimal>,
    /// Share of the profit in the revenue, in percent. X8 sends none.
    pub margin: Option<Decimal>,
}

/// How many calls are in progress.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct ActiveCallCounts {
    /// All of them.
    pub total: u64,
    /// Those that were answered.
    pub answered_calls: u64,
}
