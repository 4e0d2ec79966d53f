//! Ctrl-C, SIGTERM and SIGHUP: a command that is stopped reports what became of its call and leaves no half-written
//! file behind.
//!
//! During a call [`runtime::run`](crate::runtime::run) handles them. At other times a thread removes the unfinished file
//! and ends the process.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::exit::Exit;

static STATE: Mutex<State> = Mutex::new(State { unfinished: None, deferrals: 0, is_watched: false });

struct State {
    /// The temporary file of the output.
    unfinished: Option<PathBuf>,
    /// How many [`Deferral`]s there are.
    deferrals: usize,
    is_watched: bool,
}

impl State {
    fn with<T>(change: impl FnOnce(&mut Self) -> T) -> T {
        change(&mut STATE.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// While it exists, signals do not end the process by themselves: a call is running, or its answer is not written yet.
pub(crate) struct Deferral(());

impl Deferral {
    pub(crate) fn new() -> Self {
        State::with(|state| state.deferrals += 1);
        watch();
        Self(())
    }

    /// Keeps it until the process ends, which is about to happen because of a signal.
    pub(crate) fn keep(self) {
        std::mem::forget(self);
    }
}

impl Drop for Deferral {
    fn drop(&mut self) {
        State::with(|state| state.deferrals = state.deferrals.saturating_sub(1));
    }
}

/// Removes the file if a signal ends the process before [`finished`] is called.
pub(crate) fn remove_when_stopped(path: &Path) {
    State::with(|state| state.unfinished = Some(path.to_owned()));
    watch();
}

/// The file is complete and in its place.
pub(crate) fn finished() {
    State::with(|state| state.unfinished = None);
}

/// Without a thread or a handler, signals end the process as ever, and the file stays.
fn watch() {
    if State::with(|state| std::mem::replace(&mut state.is_watched, true)) {
        return;
    }
    let _ = std::thread::Builder::new().name("signals".to_owned()).spawn(|| {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        runtime.block_on(async {
            let mut signals = Signals::new();
            loop {
                stop(signals.next().await);
            }
        });
    });
}

fn stop(exit: Exit) {
    // The lock is held to the end: a file that is just being finished is either removed or complete.
    State::with(|state| {
        if state.deferrals > 0 {
            return;
        }
        if let Some(path) = state.unfinished.take() {
            let _ = std::fs::remove_file(path);
        }
        std::process::exit(i32::from(exit.code()));
    });
}

pub(crate) use self::listen::Signals;

#[cfg(unix)]
mod listen {
    use std::future::poll_fn;
    use std::task::Poll;

    use tokio::signal::unix::{Signal, SignalKind, signal};

    use crate::exit::Exit;

    /// The signals that stop a command.
    pub(crate) struct Signals(Vec<(Signal, Exit)>);

    impl Signals {
        /// Listens from now on. A signal that the parent process ignores stays ignored: `nohup`, and SIGINT of
        /// background jobs.
        pub(crate) fn new() -> Self {
            let ignored = ignored();
            let kinds = [
                (SignalKind::interrupt(), Exit::Interrupted),
                (SignalKind::terminate(), Exit::Terminated),
                (SignalKind::hangup(), Exit::HungUp),
            ];
            let heeded = kinds.into_iter().filter(|(kind, _)| ignored >> (kind.as_raw_value() - 1) & 1 == 0);
            Self(heeded.filter_map(|(kind, exit)| Some((signal(kind).ok()?, exit))).collect())
        }

        /// Waits for the next signal.
        pub(crate) async fn next(&mut self) -> Exit {
            poll_fn(|cx| {
                for (signal, exit) in &mut self.0 {
                    if signal.poll_recv(cx) == Poll::Ready(Some(())) {
                        return Poll::Ready(*exit);
                    }
                }
                Poll::Pending
            })
            .await
        }
    }

    /// The ignored signals as bits. Where the system does not tell, only SIGHUP is taken for ignored.
    fn ignored() -> u64 {
        let hang_up = 1;
        let Ok(status) = std::fs::read_to_string("/proc/self/status") else { return hang_up };
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(hang_up)
    }
}

#[cfg(not(unix))]
mod listen {
    use crate::exit::Exit;

    /// Ctrl-C.
    pub(crate) struct Signals(());

    impl Signals {
        pub(crate) fn new() -> Self {
            Self(())
        }

        /// Waits for the next Ctrl-C.
        pub(crate) async fn next(&mut self) -> Exit {
            match tokio::signal::ctrl_c().await {
                Ok(()) => Exit::Interrupted,
                // Without a handler Ctrl-C simply ends the process.
                Err(_) => std::future::pending().await,
            }
        }
    }
}
