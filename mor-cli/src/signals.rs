//! Ctrl-C, SIGTERM and SIGHUP: a command that is stopped reports what became of its call and leaves no half-written
//! file behind.
//!
//! One thread listens. While a [`Deferral`] exists it passes signals on to [`received`]; at other times it removes the
//! unfinished file and ends the process.

use std::future::{Future, poll_fn};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, mpsc};
use std::task::{Poll, Waker};

use self::listen::Signals;
use crate::exit::Exit;

static STATE: Mutex<State> =
    Mutex::new(State { unfinished: None, deferrals: 0, deferred: None, waiting: None, is_watched: false });

struct State {
    /// The temporary file of the output.
    unfinished: Option<PathBuf>,
    /// How many [`Deferral`]s there are.
    deferrals: usize,
    /// The signal that came meanwhile.
    deferred: Option<Exit>,
    /// Who waits for it.
    waiting: Option<Waker>,
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
    /// From here on: the thread is listening when this returns.
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

/// Waits for a signal that was deferred.
pub(crate) fn received() -> impl Future<Output = Exit> {
    poll_fn(|cx| {
        State::with(|state| {
            state.waiting = Some(cx.waker().clone());
            state.deferred.take().map_or(Poll::Pending, Poll::Ready)
        })
    })
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

/// Starts the thread and waits until it listens. Without a thread or a handler, signals end the process as ever, and the
/// file stays.
fn watch() {
    if State::with(|state| std::mem::replace(&mut state.is_watched, true)) {
        return;
    }
    let (ready, is_ready) = mpsc::channel();
    let _ = std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        runtime.block_on(async {
            let mut signals = Signals::new();
            let _ = ready.send(());
            loop {
                heed(signals.next().await);
            }
        });
    });
    // An error says that there is no thread.
    let _ = is_ready.recv();
}

fn heed(signal: Exit) {
    // The lock is held to the end: a file that is just being finished is either removed or complete.
    State::with(|state| {
        if state.deferrals > 0 {
            state.deferred = Some(signal);
            state.waiting.take().into_iter().for_each(Waker::wake);
            return;
        }
        if let Some(path) = state.unfinished.take() {
            let _ = std::fs::remove_file(path);
        }
        std::process::exit(i32::from(signal.code()));
    });
}

#[cfg(unix)]
mod listen {
    use std::future::poll_fn;
    use std::task::Poll;

    use tokio::signal::unix::{Signal, SignalKind, signal};

    use crate::exit::Exit;

    /// The signals that stop a command.
    pub(super) struct Signals(Vec<(Signal, Exit)>);

    impl Signals {
        /// Listens from now on. A hang-up that the parent process ignores stays ignored: that is what `nohup` is for.
        pub(super) fn new() -> Self {
            let kinds = [
                (SignalKind::interrupt(), Exit::Interrupted),
                (SignalKind::terminate(), Exit::Terminated),
                (SignalKind::hangup(), Exit::HungUp),
            ];
            heed_the_size_limit();
            let heeded = kinds.into_iter().filter(|(_, exit)| *exit != Exit::HungUp || !ignores_hang_ups());
            Self(heeded.filter_map(|(kind, exit)| Some((signal(kind).ok()?, exit))).collect())
        }

        /// Waits for the next signal.
        pub(super) async fn next(&mut self) -> Exit {
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

    /// A file that grows beyond the limit of the shell (`ulimit -f`) kills the process, unless the signal has a handler:
    /// then the write is an error, which is reported with the answer.
    fn heed_the_size_limit() {
        #[cfg(target_os = "linux")]
        {
            const FILE_SIZE_EXCEEDED: i32 = 25;
            // The handler stays when the listener is dropped. Without a handler the process ends as ever.
            drop(signal(SignalKind::from_raw(FILE_SIZE_EXCEEDED)));
        }
    }

    /// Where the system does not tell, they are left alone.
    fn ignores_hang_ups() -> bool {
        const HANG_UP: u64 = 1;
        let Ok(status) = std::fs::read_to_string("/proc/self/status") else { return true };
        let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        ignored.is_none_or(|mask| mask & HANG_UP != 0)
    }
}

#[cfg(not(unix))]
mod listen {
    use crate::exit::Exit;

    /// Ctrl-C.
    pub(super) struct Signals(());

    impl Signals {
        pub(super) fn new() -> Self {
            Self(())
        }

        /// Waits for the next Ctrl-C.
        pub(super) async fn next(&mut self) -> Exit {
            match tokio::signal::ctrl_c().await {
                Ok(()) => Exit::Interrupted,
                // Without a handler Ctrl-C simply ends the process.
                Err(_) => std::future::pending().await,
            }
        }
    }
}
