//! One limit in time for several waits.

use core::time::Duration;

use tokio::time::Instant;

use crate::TransportError;
use crate::error::Awaited;

/// A limit in time over several waits. A limit of reqwest's own would always apply to the complete response, and
/// costs several allocations.
#[derive(Clone, Copy)]
pub(super) struct Deadline(Option<(Duration, Instant)>);

impl Deadline {
    /// Begins now. A time that the clock cannot reach is no limit.
    pub(super) fn after(limit: Option<Duration>) -> Self {
        Self(limit.and_then(|limit| Some((limit, Instant::now().checked_add(limit)?))))
    }

    pub(super) async fn wait<T>(
        self,
        awaited: Awaited,
        work: impl Future<Output = Result<T, TransportError>>,
    ) -> Result<T, TransportError> {
        let Some((limit, end)) = self.0 else { return work.await };
        let result = tokio::time::timeout_at(end, work).await;
        result.unwrap_or_else(|_| Err(TransportError::timed_out(awaited, limit)))
    }
}
