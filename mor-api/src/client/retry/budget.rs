//! How many further tries a client may make over all its calls.

use core::sync::atomic::{AtomicU32, Ordering};

/// A bucket of tokens from which further tries are paid, so that a server that is failing is not hammered.
///
/// It starts full. Each further try takes `cost` tokens; when there are not enough, the error is returned without one.
/// A call that succeeds by a further try gives its tokens back, and one that succeeds at once (a refusal by MOR is as
/// good a sign of life) gives `refund` tokens. So scattered failures are always tried again, and a server that fails
/// on and on gets ten further tries and after that only the calls themselves. Time plays no part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryBudget {
    /// The most tokens there can be.
    pub capacity: u32,
    /// What a further try costs.
    pub cost: u32,
    /// What a call gives that succeeds at once.
    pub refund: u32,
}

impl Default for RetryBudget {
    /// 100 tokens; a further try costs 10, a success gives 1.
    fn default() -> Self {
        Self { capacity: 100, cost: 10, refund: 1 }
    }
}

impl RetryBudget {
    /// Further tries cost nothing.
    #[must_use]
    pub fn unlimited() -> Self {
        Self { cost: 0, ..Self::default() }
    }
}

/// The bucket that a client and its clones share.
#[derive(Debug)]
pub(crate) struct Bucket {
    budget: RetryBudget,
    tokens: AtomicU32,
}

impl Bucket {
    pub(crate) fn new(budget: RetryBudget) -> Self {
        Self { budget, tokens: AtomicU32::new(budget.capacity) }
    }

    /// Pays for a further try, if there is enough.
    pub(super) fn withdraw(&self) -> bool {
        let cost = self.budget.cost;
        self.change(|tokens| tokens.checked_sub(cost))
    }

    /// After a call that went well, with this many further tries.
    pub(super) fn deposit(&self, further_tries: u32) {
        let RetryBudget { capacity, cost, refund } = self.budget;
        let tokens = if further_tries == 0 { refund } else { cost.saturating_mul(further_tries) };
        self.change(|before| Some(before.saturating_add(tokens).min(capacity)));
    }

    fn change(&self, change: impl FnMut(u32) -> Option<u32>) -> bool {
        // A counter that guards no other memory.
        self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, change).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tries(bucket: &Bucket) -> usize {
        (0..1000).take_while(|_| bucket.withdraw()).count()
    }

    #[test]
    fn a_server_that_fails_on_and_on_gets_ten_further_tries() {
        assert_eq!(tries(&Bucket::new(RetryBudget::default())), 10);
    }

    #[test]
    fn ten_successes_pay_for_one_more() {
        let bucket = Bucket::new(RetryBudget::default());
        tries(&bucket);
        for _ in 0..9 {
            bucket.deposit(0);
        }
        assert!(!bucket.withdraw());
        bucket.deposit(0);
        assert!(bucket.withdraw() && !bucket.withdraw());
    }

    #[test]
    fn tries_that_helped_are_paid_back_but_never_beyond_the_capacity() {
        let bucket = Bucket::new(RetryBudget::default());
        for _ in 0..1000 {
            assert!(bucket.withdraw() && bucket.withdraw());
            bucket.deposit(2);
        }
        for _ in 0..1000 {
            bucket.deposit(0);
        }
        assert_eq!(tries(&bucket), 10);
    }

    #[test]
    fn nothing_overflows() {
        let bucket = Bucket::new(RetryBudget { capacity: u32::MAX, cost: u32::MAX, refund: u32::MAX });
        bucket.deposit(u32::MAX);
        assert_eq!(tries(&bucket), 1);
        let broke = Bucket::new(RetryBudget { capacity: 0, cost: 1, refund: 1 });
        broke.deposit(0);
        assert_eq!(tries(&broke), 0);
        assert_eq!(tries(&Bucket::new(RetryBudget::unlimited())), 1000);
    }
}
