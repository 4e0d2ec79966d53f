//! Runs asynchronous work until it is done or interrupted.

use std::future::Future;
use std::pin::pin;

use futures_util::future::{Either, select};

use crate::exit::{Exit, Failure, Result};

/// Runs `work`. With Ctrl-C it is dropped, and `interrupted` says what that means.
pub(crate) fn run<T>(interrupted: Failure, work: impl Future<Output = Result<T>>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(Exit::Network, format!("no runtime for calls: {error}")))?;
    runtime.block_on(async {
        match select(pin!(work), pin!(tokio::signal::ctrl_c())).await {
            Either::Left((result, _)) => result,
            Either::Right((Ok(()), _)) => Err(interrupted),
            // Without a handler Ctrl-C simply ends the process.
            Either::Right((Err(_), work)) => work.await,
        }
    })
}

/// An interruption that has no consequences.
pub(crate) fn harmless() -> Failure {
    Failure::new(Exit::Interrupted, "interrupted")
}
