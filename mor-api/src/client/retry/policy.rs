//! The decision about another try: plain data in, plain data out.

use core::time::Duration;
use std::hash::{BuildHasher, RandomState};

use super::RetryBudget;
use crate::{Effect, Failure};

/// Whether and when a call that failed is tried again.
///
/// | failure | a function that reads | one that changes something |
/// |---|---|---|
/// | no connection: nothing was sent | again | again |
/// | timeout, connection lost, answer cut off | again | never |
/// | HTTP status 502, 503, 504 | again | never |
/// | HTTP status 429 with `Retry-After` | again, after that time | never |
/// | any other status, page, shape, refusal | never | never |
///
/// Before the *n*-th further try it waits a random time between zero and `base_delay` × 2ⁿ⁻¹, but not more than
/// `max_delay` (full jitter: clients that failed together do not come back together). A `Retry-After` is kept: if it
/// is longer than `max_delay` or than what is left until `deadline`, there is no further try, for an earlier one
/// would only be refused again.
///
/// ```
/// use std::time::Duration;
/// use mor_api::RetryPolicy;
///
/// let patient = RetryPolicy { max_tries: 6, deadline: Duration::from_secs(600), ..RetryPolicy::default() };
/// let client = mor_api::Client::builder("https://switch.example.com").username("some_user").retries(patient).build()?;
/// # Ok::<(), mor_api::ConfigError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryPolicy {
    /// How often a call is tried at most, the first time included; 0 means the same as 1.
    pub max_tries: u32,
    /// The longest wait before the second try.
    pub base_delay: Duration,
    /// The longest wait before any try.
    pub max_delay: Duration,
    /// No further try begins later than this after the first one began, and none is waited for any longer. It does
    /// not shorten the first try, for which the client's or the call's timeout holds alone.
    pub deadline: Duration,
    /// How many further tries there may be over all calls of a client and its clones.
    pub budget: RetryBudget,
}

impl Default for RetryPolicy {
    /// 3 tries, waits of up to 200 ms doubling to at most 30 s, 2 minutes for everything.
    fn default() -> Self {
        Self {
            max_tries: 3,
            base_delay: Duration::from_millis(200),
            max_delay: Duration::from_secs(30),
            deadline: Duration::from_secs(120),
            budget: RetryBudget::default(),
        }
    }
}

/// A try that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempt {
    /// What the function does to the server.
    pub effect: Effect,
    /// How it failed.
    pub failure: Failure,
    /// How often the call was tried, this time included.
    pub tries: u32,
    /// The time since the first try began.
    pub elapsed: Duration,
}

/// What to do about a try that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The error is the call's.
    GiveUp,
    /// Try again after this time.
    RetryAfter(Duration),
}

impl RetryPolicy {
    /// No call is ever tried again.
    #[must_use]
    pub fn none() -> Self {
        Self { max_tries: 1, ..Self::default() }
    }

    /// Decides about another try. Of the longest wait it takes as much as `jitter` is of [`u32::MAX`].
    ///
    /// ```
    /// use std::time::Duration;
    /// use mor_api::retry::{Attempt, Decision};
    /// use mor_api::{Effect, Failure, RetryPolicy};
    ///
    /// let failed = Attempt { effect: Effect::Read, failure: Failure::Lost, tries: 2, elapsed: Duration::from_secs(1) };
    /// let policy = RetryPolicy::default();
    /// assert_eq!(policy.decide(&failed, u32::MAX), Decision::RetryAfter(Duration::from_millis(400)));
    /// assert_eq!(policy.decide(&Attempt { effect: Effect::Write, ..failed }, u32::MAX), Decision::GiveUp);
    /// ```
    #[must_use]
    pub fn decide(&self, attempt: &Attempt, jitter: u32) -> Decision {
        let Attempt { effect, failure, tries, elapsed } = *attempt;
        if tries >= self.max_tries || !failure.may_be_repeated(effect) {
            return Decision::GiveUp;
        }
        let wait = part(self.longest_wait(tries), jitter);
        let wait = match failure {
            Failure::Status(_, Some(wanted)) if wanted > self.max_delay => return Decision::GiveUp,
            Failure::Status(_, Some(wanted)) => wait.max(wanted),
            _ => wait,
        };
        if elapsed.saturating_add(wait) < self.deadline {
            Decision::RetryAfter(wait)
        } else {
            Decision::GiveUp
        }
    }

    /// Before jitter, after this many tries.
    fn longest_wait(&self, tries: u32) -> Duration {
        let factor = 2_u32.saturating_pow(tries.saturating_sub(1));
        self.base_delay.saturating_mul(factor).min(self.max_delay)
    }
}

/// Chance for [`RetryPolicy::decide`].
#[must_use]
pub fn jitter() -> u32 {
    // The keys of hash maps are random, and no two states have the same ones. Waits need nothing better.
    let bits = RandomState::new().hash_one(());
    u32::try_from(bits >> 32).unwrap_or(u32::MAX)
}

/// `whole` × `share` / [`u32::MAX`], never more than `whole`.
fn part(whole: Duration, share: u32) -> Duration {
    let nanos = whole.as_nanos().saturating_mul(share.into()) / u128::from(u32::MAX);
    u64::try_from(nanos).map_or(whole, Duration::from_nanos)
}
