//! How far an export is.

use core::time::Duration;
use std::time::Instant;

use jiff::Timestamp;

/// How far an export is: given to the caller when it starts, every thousand calls, before a window is tried again,
/// and after each window.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Windows that are complete, those of earlier runs included.
    pub windows_done: u64,
    /// All windows of the period.
    pub windows_total: u64,
    /// Start of the window that is being exported; the end of the period when all are.
    pub window: Timestamp,
    /// Calls of complete windows, those of earlier runs included.
    pub rows: u64,
    /// Calls of the window that is being exported.
    pub window_rows: u64,
    /// How long this run takes already.
    pub elapsed: Duration,
    /// How long it will still take if the windows that are left take as long as those of this run; not known
    /// before the first of them is complete.
    pub eta: Option<Duration>,
    /// Why the window is being tried again.
    pub retrying: Option<String>,
}

/// What an export came to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// Calls of the whole period, those of earlier runs included.
    pub rows: u64,
    /// Calls that this run added.
    pub rows_added: u64,
    /// Windows that this run exported.
    pub windows: u64,
}

/// Makes the reports of one run.
pub(crate) struct Tracker {
    started: Instant,
    done_before: u64,
    pub(crate) progress: Progress,
}

impl Tracker {
    pub(crate) fn new(done: u64, total: u64, window: Timestamp, rows: u64) -> Self {
        let progress = Progress {
            windows_done: done,
            windows_total: total,
            window,
            rows,
            window_rows: 0,
            elapsed: Duration::ZERO,
            eta: None,
            retrying: None,
        };
        Self { started: Instant::now(), done_before: done, progress }
    }

    pub(crate) fn window_done(&mut self, next: Timestamp) {
        let progress = &mut self.progress;
        progress.windows_done += 1;
        progress.rows += progress.window_rows;
        progress.window_rows = 0;
        progress.window = next;
    }

    pub(crate) fn report(&mut self, to: &mut (dyn FnMut(Progress) + Send)) {
        let progress = &mut self.progress;
        progress.elapsed = self.started.elapsed();
        let done = progress.windows_done - self.done_before;
        let left = progress.windows_total.saturating_sub(progress.windows_done);
        progress.eta = eta(progress.elapsed, done, left);
        to(progress.clone());
        progress.retrying = None;
    }

    pub(crate) fn windows_of_this_run(&self) -> u64 {
        self.progress.windows_done - self.done_before
    }
}

fn eta(elapsed: Duration, done: u64, left: u64) -> Option<Duration> {
    let milliseconds = elapsed.as_millis().checked_mul(u128::from(left))?.checked_div(u128::from(done))?;
    u64::try_from(milliseconds).ok().map(Duration::from_millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_takes_as_long_as_what_was_done() {
        assert_eq!(eta(Duration::from_secs(10), 2, 6), Some(Duration::from_secs(30)));
        assert_eq!(eta(Duration::from_secs(10), 0, 6), None);
        assert_eq!(eta(Duration::from_secs(10), 2, 0), Some(Duration::ZERO));
    }
}
