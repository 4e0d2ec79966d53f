//! The tries of one call: where the policy meets the clock, chance and the client's budget.

use core::time::Duration;
use std::sync::Arc;

use tokio::runtime::Handle;
use tokio::time::Instant;

use super::{Attempt, Bucket, Decision, RetryPolicy, jitter};
use crate::client::TARGET;
use crate::{Effect, Failure, PreparedRequest};

pub(crate) struct Tries {
    policy: RetryPolicy,
    bucket: Arc<Bucket>,
    effect: Effect,
    /// When the first try began.
    started: Option<Instant>,
    count: u32,
}

impl Tries {
    pub(crate) fn new(policy: RetryPolicy, bucket: &Arc<Bucket>, effect: Effect) -> Self {
        Self { policy, bucket: Arc::clone(bucket), effect, started: None, count: 0 }
    }

    /// Begins a try: a further one is waited for only until the deadline.
    pub(crate) fn begin(&mut self, request: PreparedRequest) -> PreparedRequest {
        self.count += 1;
        match self.started {
            None => {
                self.started = Some(Instant::now());
                request
            }
            Some(started) => request.within(self.policy.deadline.saturating_sub(started.elapsed())),
        }
    }

    /// How often the call was tried.
    pub(crate) fn count(&self) -> u32 {
        self.count
    }

    /// The call went well.
    pub(crate) fn succeeded(&self) {
        self.bucket.deposit(self.count.saturating_sub(1));
    }

    /// How long to wait before the next try; `None` if there is none.
    pub(crate) fn failed(&self, failure: Failure) -> Option<Duration> {
        if failure == Failure::Refused {
            self.succeeded();
            return None;
        }
        let elapsed = self.started.map_or(Duration::ZERO, |started| started.elapsed());
        let attempt = Attempt { effect: self.effect, failure, tries: self.count, elapsed };
        let Decision::RetryAfter(wait) = self.policy.decide(&attempt, jitter()) else { return None };
        // A transport of somebody's own may run where there is no Tokio, and so no timer.
        if Handle::try_current().is_err() {
            return None;
        }
        if !self.bucket.withdraw() {
            tracing::warn!(
                target: TARGET,
                failure = failure.name(),
                tries = self.count,
                "not tried again: too many calls fail, the retry budget is used up"
            );
            return None;
        }
        tracing::debug!(target: TARGET, failure = failure.name(), tries = self.count, ?wait, "trying again");
        Some(wait)
    }
}
