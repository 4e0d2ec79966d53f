//! Runs asynchronous work until it is done or a signal stops it.

use std::future::Future;
use std::pin::pin;

use futures_util::future::{Either, select};

use crate::exit::{Exit, Failure, Result};
use crate::signals::{self, Deferral};

/// Runs `work`. With Ctrl-C, SIGTERM or SIGHUP it is dropped, and `interrupted` says what that means.
pub(crate) fn run<T>(interrupted: Failure, work: impl Future<Output = Result<T>>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(Exit::Network, format!("no runtime for calls: {error}")))?;
    let deferral = Deferral::new();
    let result = runtime.block_on(async {
        match select(pin!(work), pin!(signals::received())).await {
            Either::Left((result, _)) => result,
            Either::Right((signal, _)) => {
                // The messages and the exit code that follow are the answer to the signal.
                deferral.keep();
                Err(interrupted.by(signal))
            }
        }
    });
    // Not even a name that is being looked up is waited for.
    runtime.shutdown_background();
    result
}

/// An interruption that has no consequences.
pub(crate) fn harmless() -> Failure {
    Failure::new(Exit::Interrupted, "interrupted")
}
