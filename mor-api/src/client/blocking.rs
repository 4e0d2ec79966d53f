//! The client for programs that are not asynchronous.

use core::fmt;

use tokio::runtime::{Builder, Handle, Runtime};

use super::{Call, Client as AsyncClient};
use crate::{ConfigError, Endpoint, Error, Explanation, RequestError, TransportError};

/// A [`mor_api::Client`](crate::Client) that waits: the asynchronous client on a runtime of its own, driven by the
/// calling thread.
///
/// Inside an asynchronous runtime, `spawn_blocking` included, every call is an error that says so; use the
/// asynchronous client there.
///
/// ```no_run
/// # fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let client = mor_api::Client::builder("https://switch.example.com")
///     .username("some_user")
///     .api_key(std::env::var("MOR_API_KEY")?)
///     .build_blocking()?;
/// # Ok(())
/// # }
/// ```
pub struct Client {
    client: AsyncClient,
    /// Taken out when the client is dropped.
    runtime: Option<Runtime>,
}

impl Client {
    pub(super) fn new(client: AsyncClient) -> Result<Self, ConfigError> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| ConfigError::new(format!("no runtime for the blocking client: {error}")))?;
        Ok(Self { client, runtime: Some(runtime) })
    }

    /// Sends a request and waits for its response.
    pub fn send<E: Endpoint + Sync>(&self, endpoint: &E) -> Result<E::Response, Error<E::Fault>> {
        self.send_call(self.call(endpoint))
    }

    /// A call that differs from the client's settings in something; send it with
    /// [`send_call`](Self::send_call).
    pub fn call<'a, E: Endpoint>(&'a self, endpoint: &'a E) -> Call<'a, E> {
        self.client.call(endpoint)
    }

    /// Sends a call and waits for its response.
    pub fn send_call<E: Endpoint + Sync>(&self, call: Call<'_, E>) -> Result<E::Response, Error<E::Fault>> {
        match &self.runtime {
            Some(runtime) if Handle::try_current().is_err() => runtime.block_on(call.send()),
            _ => Err(Error::transport(
                E::SPEC,
                TransportError::misused(
                    "the blocking client was used inside an asynchronous runtime; use the asynchronous client there",
                ),
            )),
        }
    }

    /// Explains how a request is signed and what is sent, without sending it.
    pub fn explain<E: Endpoint>(&self, endpoint: &E) -> Result<Explanation, RequestError> {
        self.client.explain(endpoint)
    }
}

impl Drop for Client {
    /// A runtime that is dropped inside another one panics; shut down in the background it does not.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.client.fmt(f)
    }
}
