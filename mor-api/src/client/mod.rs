//! The client: prepares a request, has a transport carry it, decodes what comes back.

#[cfg(feature = "blocking")]
pub mod blocking;
mod builder;
mod bulk;
mod call;
mod http;
pub mod retry;
mod rows;
mod transport;

use core::fmt;
use core::time::Duration;
use std::collections::HashMap;
use std::sync::Arc;

pub use self::builder::ClientBuilder;
pub use self::bulk::{AsFinished, InOrder, SendAll};
pub use self::call::Call;
use self::call::outcome;
pub use self::http::{HttpBody, HttpTransport};
use self::retry::{Bucket, Tries};
pub use self::retry::{RetryBudget, RetryPolicy};
pub use self::rows::{RowStream, Rows};
pub use self::transport::{AnswerBody, StreamTransport, Transport};
use crate::answer::decode_within;
use crate::{
    CallOptions, Credentials, Endpoint, Error, Explanation, Failure, PreparedRequest, RequestError, Server,
    TransportError,
};

/// The target of all spans and events: log filters name it, so it does not follow the files.
const TARGET: &str = "mor_api::client";

/// A client of one MOR server. Clones share their connections.
///
/// ```no_run
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// use mor_api::Client;
///
/// let client = Client::builder("https://switch.example.com")
///     .username("some_user")
///     .api_key(std::env::var("MOR_API_KEY")?)
///     .build()?;
/// # Ok(())
/// # }
/// ```
///
/// # Tries, and unknown outcomes
///
/// A call that reads is tried again after a passing failure, up to three times; a call that changes something only
/// if nothing of it was sent. [`RetryPolicy`] has the whole table, [`ClientBuilder::retries`] another policy, and
/// [`RetryPolicy::none`] switches it off.
///
/// When a call that changes something fails after it was sent, nobody knows whether the server has executed it:
/// [`Error::outcome`] is [`Outcome::Unknown`](crate::Outcome::Unknown), with advice how to find out.
///
/// **Dropping the future of a call is such an unknown outcome, too.** It stops waiting (`select!`, an outer
/// `timeout`, an aborted task), not the server: a function that changes something may have been executed. Give such
/// a call a [`Call::timeout`] rather than an outer one, and let it run to its end.
pub struct Client<T = HttpTransport> {
    inner: Arc<Inner<T>>,
}

struct Inner<T> {
    server: Server,
    credentials: Credentials,
    transport: T,
    timeout: Duration,
    max_body: u64,
    max_row: usize,
    retries: RetryPolicy,
    bucket: Arc<Bucket>,
    hash_orders: HashMap<String, Vec<String>>,
}

impl Client {
    /// Starts building a client for the server at a base URL, such as `https://switch.example.com`.
    pub fn builder(base_url: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(base_url.into())
    }
}

impl<T: Transport> Client<T> {
    /// Sends a request and waits for its response.
    pub async fn send<E: Endpoint + Sync>(&self, endpoint: &E) -> Result<E::Response, Error<E::Fault>> {
        self.call(endpoint).send().await
    }

    /// A call that differs from the client's settings in something.
    ///
    /// ```no_run
    /// # async fn run<E: mor_api::Endpoint + Sync>(client: mor_api::Client, endpoint: E) -> Result<(), mor_api::Error<E::Fault>> {
    /// use std::time::Duration;
    ///
    /// let response = client.call(&endpoint).as_user("reseller").timeout(Duration::from_secs(300)).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn call<'a, E: Endpoint>(&'a self, endpoint: &'a E) -> Call<'a, E, T> {
        let hash_order = self.inner.hash_orders.get(E::SPEC.function).cloned();
        let options = CallOptions { hash_order, ..CallOptions::default() };
        Call::new(self, endpoint, options)
    }

    /// Explains how a request is signed and what is sent, without sending it.
    pub fn explain<E: Endpoint>(&self, endpoint: &E) -> Result<Explanation, RequestError> {
        self.call(endpoint).explain()
    }

    /// Sends a request that was prepared elsewhere, within the client's limits, and returns what the server
    /// answers as it came. The client's policy holds for it, too, as far as the answer's status tells.
    pub async fn send_prepared(
        &self,
        request: PreparedRequest,
    ) -> Result<::http::Response<Vec<u8>>, TransportError> {
        let Inner { transport, timeout, max_body, retries, bucket, .. } = &*self.inner;
        let request = request.with_limits(*timeout, *max_body);
        let mut tries = Tries::new(*retries, bucket, request.effect());
        loop {
            let result = transport.send(tries.begin(request.clone())).await;
            let failure = match &result {
                Ok(answer) => Failure::of_head(answer.status(), answer.headers()),
                Err(error) => Some(Failure::of_transport(error)),
            };
            let Some(failure) = failure else {
                tries.succeeded();
                return result;
            };
            let Some(wait) = tries.failed(failure) else {
                return result.map_err(|mut error| {
                    error.set_tries(tries.count());
                    error
                });
            };
            drop(result);
            tokio::time::sleep(wait).await;
        }
    }

    /// The server it calls.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.inner.server
    }

    /// Who calls.
    #[must_use]
    pub fn credentials(&self) -> &Credentials {
        &self.inner.credentials
    }

    async fn execute<E: Endpoint>(
        &self,
        endpoint: &E,
        request: PreparedRequest,
    ) -> Result<E::Response, Error<E::Fault>> {
        let redactor = request.redactor();
        let answer = self.inner.transport.send(request).await;
        let answer = answer.map_err(|error| Error::transport(E::SPEC, error))?;
        let check = |response: &E::Response| endpoint.check_response(response);
        let (status, headers, max_body) = (answer.status(), answer.headers(), self.inner.max_body);
        decode_within::<E>(status, headers, answer.body(), max_body, &redactor, &check)
    }
}

impl<T> Clone for Client<T> {
    fn clone(&self) -> Self {
        Self { inner: Arc::clone(&self.inner) }
    }
}

impl<T> fmt::Debug for Client<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("server", &self.inner.server)
            .field("credentials", &self.inner.credentials)
            .field("timeout", &self.inner.timeout)
            .finish_non_exhaustive()
    }
}
