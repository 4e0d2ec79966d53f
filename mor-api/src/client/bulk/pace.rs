//! The pace at which calls are started.

use core::fmt;
use core::future::Future;
use core::num::NonZeroU32;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use core::time::Duration;
use std::sync::Arc;

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};

/// For how long calls that could not start in time are made up for.
const MADE_UP: Duration = Duration::from_millis(100);

pub(super) struct Pace {
    limiter: Arc<DefaultDirectRateLimiter>,
    /// The wait for the next call's turn, which is over with the turn taken.
    turn: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
}

impl Pace {
    /// None where there is no limit: in a period of no time.
    pub(super) fn new(calls: u32, period: Duration) -> Option<Self> {
        let each = period / calls.max(1);
        let at_once = MADE_UP.as_nanos().checked_div(each.as_nanos()).unwrap_or(0);
        let at_once = u32::try_from(at_once).ok().and_then(NonZeroU32::new).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::with_period(each)?.allow_burst(at_once);
        Some(Self { limiter: Arc::new(RateLimiter::direct(quota)), turn: None })
    }

    /// Takes the turn of a call, when it has come.
    pub(super) fn poll_turn(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let turn = self.turn.get_or_insert_with(|| {
            let limiter = Arc::clone(&self.limiter);
            Box::pin(async move { limiter.until_ready().await })
        });
        ready!(turn.as_mut().poll(cx));
        self.turn = None;
        Poll::Ready(())
    }
}

impl fmt::Debug for Pace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pace").finish_non_exhaustive()
    }
}
