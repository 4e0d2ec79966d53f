//! The client for programs that are not asynchronous.

mod bulk;

use core::fmt;
use core::time::Duration;

use tokio::runtime::{Builder, Handle, Runtime};

pub use self::bulk::{Results, SendAll};
use super::{
    Call as AsyncCall, Client as AsyncClient, HttpTransport, Rows as AsyncRows, StreamTransport, Transport,
};
use crate::{
    ConfigError, Endpoint, Error, Explanation, FromXml, InvalidRowPath, Listing, PreparedRequest,
    RequestError, RetryPolicy, Secret, TransportError,
};

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
pub struct Client<T = HttpTransport> {
    client: AsyncClient<T>,
    /// Taken out when the client is dropped.
    runtime: Option<Runtime>,
}

impl<T: Transport> Client<T> {
    pub(super) fn new(client: AsyncClient<T>) -> Result<Self, ConfigError> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| ConfigError::new(format!("no runtime for the blocking client: {error}")))?;
        Ok(Self { client, runtime: Some(runtime) })
    }

    /// Sends a request and waits for its response.
    pub fn send<E: Endpoint + Sync>(&self, endpoint: &E) -> Result<E::Response, Error<E::Fault>> {
        self.call(endpoint).send()
    }

    /// A call that differs from the client's settings in something.
    pub fn call<'c: 'e, 'e, E: Endpoint>(&'c self, endpoint: &'e E) -> Call<'c, 'e, E, T> {
        Call { call: self.client.call(endpoint), client: self }
    }

    /// Sends many requests of one function, some of them at the same time; see
    /// [`mor_api::Client::send_all`](crate::Client::send_all).
    ///
    /// ```no_run
    /// # fn run<E>(client: mor_api::blocking::Client, requests: Vec<E>)
    /// # where
    /// #     E: mor_api::Endpoint + Send + Sync,
    /// # {
    /// for (index, result) in client.send_all(&requests).concurrency(8).as_finished() {
    ///     println!("request {index}: {}", if result.is_ok() { "answered" } else { "failed" });
    /// }
    /// # }
    /// ```
    pub fn send_all<'a, I: IntoIterator>(&'a self, requests: I) -> SendAll<'a, I::Item, I::IntoIter, T>
    where
        I::Item: Endpoint + Send + Sync + 'a,
    {
        SendAll::new(self, self.client.send_all(requests))
    }

    /// Explains how a request is signed and what is sent, without sending it.
    pub fn explain<E: Endpoint>(&self, endpoint: &E) -> Result<Explanation, RequestError> {
        self.client.explain(endpoint)
    }
}

impl<T> Client<T> {
    /// None inside another runtime, where nothing may block.
    pub(super) fn usable_runtime(&self) -> Option<&Runtime> {
        self.runtime.as_ref().filter(|_| Handle::try_current().is_err())
    }
}

/// One call, to be sent or explained: a [`mor_api::Call`](crate::Call) that waits.
///
/// ```no_run
/// # fn run<E: mor_api::Endpoint + Sync>(client: mor_api::blocking::Client, endpoint: E) -> Result<(), mor_api::Error<E::Fault>> {
/// use std::time::Duration;
///
/// let response = client.call(&endpoint).as_user("reseller").timeout(Duration::from_secs(300)).send()?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a call does nothing until it is sent"]
pub struct Call<'c, 'e, E, T = HttpTransport> {
    call: AsyncCall<'e, E, T>,
    client: &'c Client<T>,
}

impl<'e, E: Endpoint, T: Transport> Call<'_, 'e, E, T> {
    /// Acts as this user, see [`mor_api::Call::as_user`](crate::Call::as_user).
    pub fn as_user(self, username: impl Into<String>) -> Self {
        self.configure(|call| call.as_user(username))
    }

    /// Waits this long for a try instead of the client's timeout.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.configure(|call| call.timeout(timeout))
    }

    /// Tries again by this policy instead of the client's, see [`mor_api::Call::retries`](crate::Call::retries).
    pub fn retries(self, policy: RetryPolicy) -> Self {
        self.configure(|call| call.retries(policy))
    }

    /// Hashes these parameters, by wire name and in this order, instead of the declared ones.
    pub fn hash_order<N: Into<String>>(self, names: impl IntoIterator<Item = N>) -> Self {
        self.configure(|call| call.hash_order(names))
    }

    /// Adds a parameter that is not declared, see [`mor_api::Call::extra`](crate::Call::extra).
    pub fn extra(self, name: impl Into<String>, value: impl Into<Secret>) -> Self {
        self.configure(|call| call.extra(name, value))
    }

    /// Calls the function by one of its older names, for a server that does not know the newer one.
    pub fn function_name(self, name: impl Into<String>) -> Self {
        self.configure(|call| call.function_name(name))
    }

    fn configure(self, change: impl FnOnce(AsyncCall<'e, E, T>) -> AsyncCall<'e, E, T>) -> Self {
        Self { call: change(self.call), client: self.client }
    }

    /// The request as it would be sent.
    pub fn prepare(&self) -> Result<PreparedRequest, RequestError> {
        self.call.prepare()
    }

    /// How the request is signed and what is sent.
    pub fn explain(&self) -> Result<Explanation, RequestError> {
        self.call.explain()
    }

    /// Sends the request and waits for its response.
    pub fn send(self) -> Result<E::Response, Error<E::Fault>>
    where
        E: Sync,
    {
        match self.client.usable_runtime() {
            Some(runtime) => runtime.block_on(self.call.send()),
            None => Err(misused::<E>()),
        }
    }
}

impl<'c, E: Endpoint, T: StreamTransport> Call<'c, '_, E, T> {
    /// The rows of the response's main list, each decoded as it arrives; see [`mor_api::Call::rows`](crate::Call::rows).
    ///
    /// ```no_run
    /// # fn run<E>(client: mor_api::blocking::Client, endpoint: E) -> Result<(), mor_api::Error<E::Fault>>
    /// # where
    /// #     E: mor_api::Endpoint<Response: mor_api::Listing<Row: std::fmt::Debug>>,
    /// # {
    /// for row in client.call(&endpoint).rows() {
    ///     println!("{:?}", row?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn rows(self) -> Rows<'c, <E::Response as Listing>::Row, E, T>
    where
        E::Response: Listing,
    {
        Rows::new(self.client, self.call.rows())
    }

    /// The rows of another list, see [`mor_api::Call::rows_at`](crate::Call::rows_at).
    pub fn rows_at<R: FromXml>(self, path: &str) -> Result<Rows<'c, R, E, T>, InvalidRowPath> {
        self.call.rows_at(path).map(|rows| Rows::new(self.client, rows))
    }
}

pub(super) fn misused<E: Endpoint>() -> Error<E::Fault> {
    let why =
        "the blocking client was used inside an asynchronous runtime; use the asynchronous client there";
    Error::transport(E::SPEC, TransportError::misused(why))
}

/// The rows of an answer, decoded while it arrives: an iterator that waits. [`Call::rows`] makes it.
#[must_use = "nothing is sent until the first row is asked for"]
pub struct Rows<'a, R, E: Endpoint, T: StreamTransport = HttpTransport> {
    /// None after an error.
    inner: Option<AsyncRows<R, E, T>>,
    count: u64,
    client: &'a Client<T>,
    /// Dropped after the rows.
    _closing: Closing<'a, T>,
}

impl<'a, R, E: Endpoint, T: StreamTransport> Rows<'a, R, E, T> {
    fn new(client: &'a Client<T>, rows: AsyncRows<R, E, T>) -> Self {
        Self { inner: Some(rows), count: 0, client, _closing: Closing(client) }
    }

    /// How many rows came so far.
    #[must_use]
    pub fn rows_so_far(&self) -> u64 {
        self.count
    }
}

impl<R: FromXml, E: Endpoint, T: StreamTransport> Iterator for Rows<'_, R, E, T> {
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
pub(super) struct Closing<'a, T>(pub(super) &'a Client<T>);

impl<T> Drop for Closing<'_, T> {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.usable_runtime() {
            runtime.block_on(async {
                tokio::task::yield_now().await;
                tokio::task::yield_now().await;
            });
        }
    }
}

impl<E: Endpoint, T> fmt::Debug for Call<'_, '_, E, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.call.fmt(f)
    }
}

impl<R, E: Endpoint, T: StreamTransport> fmt::Debug for Rows<'_, R, E, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

impl<T> Drop for Client<T> {
    /// A runtime that is dropped inside another one panics; shut down in the background it does not.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl<T> fmt::Debug for Client<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.client.fmt(f)
    }
}
