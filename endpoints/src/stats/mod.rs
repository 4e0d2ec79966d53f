//! Statistics.

mod aggregate;
mod aggregate_fault;
mod aggregate_get;
mod quickstats_get;

pub use aggregate::{Aggregate, Aggregates};
pub use aggregate_fault::AggregateFault;
pub use aggregate_get::AggregateGet;
pub use quickstats_get::{ActiveCallCounts, PeriodStats, Quickstats, QuickstatsGet};
