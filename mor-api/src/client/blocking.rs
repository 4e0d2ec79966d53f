//! The client for programs that are not asynchronous.

use core::fmt;

use tokio::runtime::{Builder, Handle, Runtime};

pub use super::bulk::blocking::{Results, SendAll};
use super::{Call, Client as AsyncClient, Rows as AsyncRows};
use crate::{ConfigError, Endpoint, Error, Explanation, FromXml, RequestError, TransportError};

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
        match self.usable_runtime() {
            Some(runtime) => runtime.block_on(call.send()),
            None => Err(misused::<E>()),
        }
    }

    /// Sends many requests of one function, some of them at the same time; see
    /// [`mor_api::Client::send_all`](crate::Client::send_all).
    ///
    /// ```no_run
    /// # fn run<E>(client: mor_api::blocking::Client, requests: Vec<E>)
    /// # where
    /// #     E: mor_api::Endpoint + Send + Sync + 'static,
    /// # {
    /// for (index, result) in client.send_all(requests).concurrency(8).as_finished() {
    ///     println!("request {index}: {}", if result.is_ok() { "answered" } else { "failed" });
    /// }
    /// # }
    /// ```
    pub fn send_all<I: IntoIterator>(&self, requests: I) -> SendAll<'_, I::Item, I::IntoIter>
    where
        I::Item: Endpoint + Send + Sync + 'static,
    {
        SendAll::new(self, self.client.send_all(requests))
    }

    /// The rows at a path of a call's answer, each decoded as it arrives; see
    /// [`mor_api::Rows`](crate::Rows).
    ///
    /// ```no_run
    /// # #[derive(mor_api::FromXml)]
    /// # struct User {
    /// #     id: u64,
    /// # }
    /// # fn run<E: mor_api::Endpoint>(client: mor_api::blocking::Client, endpoint: E) -> Result<(), mor_api::Error<E::Fault>> {
    /// for user in client.rows::<User, _>(client.call(&endpoint), "page/users/user") {
    ///     println!("{}", user?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn rows<R: FromXml, E: Endpoint>(&self, call: Call<'_, E>, path: &str) -> Rows<'_, R, E> {
        Rows { inner: Some(call.rows(path)), count: 0, client: self, _closing: Closing(self) }
    }

    /// None inside another runtime, where nothing may block.
    pub(super) fn usable_runtime(&self) -> Option<&Runtime> {
        self.runtime.as_ref().filter(|_| Handle::try_current().is_err())
    }

    /// Explains how a request is signed and what is sent, without sending it.
    pub fn explain<E: Endpoint>(&self, endpoint: &E) -> Result<Explanation, RequestError> {
        self.client.explain(endpoint)
    }
}

pub(super) fn misused<E: Endpoint>() -> Error<E::Fault> {
    let why =
        "the blocking client was used inside an asynchronous runtime; use the asynchronous client there";
    Error::transport(E::SPEC, TransportError::misused(why))
}

/// The rows of an answer, decoded while it arrives: an iterator that waits. [`Client::rows`] makes it.
#[must_use = "nothing is sent until the first row is asked for"]
pub struct Rows<'a, R, E: Endpoint> {
    /// None after an error.
    inner: Option<AsyncRows<R, E>>,
    count: u64,
    client: &'a Client,
    /// Dropped behind the rows.
    _closing: Closing<'a>,
}

impl<R, E: Endpoint> Rows<'_, R, E> {
    /// How many rows came so far.
    #[must_use]
    pub fn rows_so_far(&self) -> u64 {
        self.count
    }
}

impl<R: FromXml, E: Endpoint> Iterator for Rows<'_, R, E> {
    type Item = Result<R, Error<E::Fault>>;

    fn next(&mut self) -> Option<Self::Item> {
        let rows = self.inner.as_mut()?;
        // Nothing to wait for: the runtime is not entered for every row.
        if let Some(row) = rows.decoded() {
            self.count = rows.count();
            return Some(Ok(row));
        }
        let Some(runtime) = self.client.usable_runtime() else {
            self.inner = None;
            return Some(Err(misused::<E>()));
        };
        let next = runtime.block_on(rows.next());
        self.count = rows.count();
        next
    }
}

/// What is left to do when calls were given up: the task that holds a connection runs only while a call waits, and
/// must run once more to see that nobody wants the rest.
pub(super) struct Closing<'a>(pub(super) &'a Client);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.usable_runtime() {
            runtime.block_on(async {
                tokio::task::yield_now().await;
                tokio::task::yield_now().await;
            });
        }
    }
}

impl<R, E: Endpoint> fmt::Debug for Rows<'_, R, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
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
