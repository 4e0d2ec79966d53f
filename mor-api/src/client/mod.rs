//! The client: prepares a request, has a transport carry it, decodes what comes back.

#[cfg(feature = "blocking")]
pub mod blocking;
mod builder;
mod bulk;
mod http;
pub mod retry;
mod rows;
mod transport;

use core::fmt;
use core::time::Duration;
use std::collections::HashMap;
use std::sync::Arc;

use tracing::Instrument;
use tracing::field::Empty;

pub use self::builder::ClientBuilder;
pub use self::bulk::{AsFinished, InOrder, SendAll};
pub use self::http::{HttpBody, HttpTransport};
use self::retry::{Bucket, Failure, Tries};
pub use self::retry::{RetryBudget, RetryPolicy};
pub use self::rows::{RowStream, Rows};
pub use self::transport::{AnswerBody, StreamTransport, Transport};
use crate::answer::decode_within;
use crate::{
    CallOptions, Credentials, Endpoint, Error, ErrorKind, Explanation, FromXml, InvalidRowPath, Listing,
    PreparedRequest, RequestError, RowPath, Secret, Server, Spec, TransportError,
};

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
        Call { client: self, endpoint, options, retries: self.inner.retries }
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

/// One call, to be sent or explained.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<'a, E, T = HttpTransport> {
    client: &'a Client<T>,
    endpoint: &'a E,
    options: CallOptions,
    retries: RetryPolicy,
}

impl<E: Endpoint, T: Transport> Call<'_, E, T> {
    /// Acts as this user: MOR acts as the user named in `u`.
    pub fn as_user(mut self, username: impl Into<String>) -> Self {
        self.options.caller = Some(username.into());
        self
    }

    /// Tries again by this policy instead of the client's; its budget stays the client's.
    pub fn retries(mut self, policy: RetryPolicy) -> Self {
        self.retries = policy;
        self
    }

    /// Waits this long for a try instead of the client's timeout.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// Hashes these parameters, by wire name and in this order, instead of the declared ones.
    pub fn hash_order<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.options.hash_order = Some(names.into_iter().map(Into::into).collect());
        self
    }

    /// Calls the function by one of its older names, for a server that does not know the newer one.
    pub fn function_name(mut self, name: impl Into<String>) -> Self {
        self.options.function = Some(name.into());
        self
    }

    /// Sends a parameter that the endpoint does not declare, for a server that is newer than the declaration. It is not
    /// hashed. See [`CallOptions::extra`].
    pub fn extra(mut self, name: impl Into<String>, value: impl Into<Secret>) -> Self {
        self.options.extra.push((name.into(), value.into()));
        self
    }

    /// The request as it would be sent.
    pub fn prepare(&self) -> Result<PreparedRequest, RequestError> {
        let Inner { server, credentials, timeout, max_body, .. } = &*self.client.inner;
        let request = server.prepare(self.endpoint, credentials, &self.options)?;
        Ok(request.with_limits(*timeout, *max_body))
    }

    fn tries(&self) -> Tries {
        Tries::new(self.retries, &self.client.inner.bucket, E::SPEC.effect)
    }

    /// How the request is signed and what is sent.
    pub fn explain(&self) -> Result<Explanation, RequestError> {
        let Inner { server, credentials, .. } = &*self.client.inner;
        server.explain(self.endpoint, credentials, &self.options)
    }
}

impl<E: Endpoint + Sync, T: Transport> Call<'_, E, T> {
    /// Sends the request and waits for its response.
    pub async fn send(self) -> Result<E::Response, Error<E::Fault>> {
        let span = call_span(E::SPEC);
        let call_span = span.clone();
        let call = async {
            let result = self.send_with_tries().await;
            let outcome = outcome(result.as_ref().map(|_| ()));
            call_span.record("outcome", outcome);
            tracing::debug!(outcome, "call ended");
            result
        };
        call.instrument(span).await
    }

    async fn send_with_tries(&self) -> Result<E::Response, Error<E::Fault>> {
        let mut tries = self.tries();
        loop {
            let request = tries.begin(self.prepare()?);
            let wait = match self.client.execute(self.endpoint, request).await {
                Ok(response) => {
                    tries.succeeded();
                    return Ok(response);
                }
                Err(error) => match tries.failed(Failure::of(&error)) {
                    Some(wait) => wait,
                    None => return Err(error.after_tries(tries.count())),
                },
            };
            tokio::time::sleep(wait).await;
        }
    }
}

impl<E: Endpoint, T: StreamTransport> Call<'_, E, T> {
    /// The rows of the response's main list, each decoded as it arrives.
    ///
    /// ```no_run
    /// # async fn run<E>(client: mor_api::Client, endpoint: E) -> Result<(), mor_api::Error<E::Fault>>
    /// # where
    /// #     E: mor_api::Endpoint<Response: mor_api::Listing<Row: std::fmt::Debug>>,
    /// # {
    /// let mut rows = client.call(&endpoint).rows();
    /// while let Some(row) = rows.next().await {
    ///     println!("{:?}", row?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn rows(self) -> Rows<<E::Response as Listing>::Row, E, T>
    where
        E::Response: Listing,
    {
        self.rows_of(E::Response::ROWS)
    }

    /// The rows of another list than the main one, such as `page/users/user`, or of a response that declares none; see
    /// [`RowPath::new`].
    ///
    /// ```no_run
    /// # #[derive(mor_api::FromXml)]
    /// # struct User {
    /// #     id: u64,
    /// # }
    /// # async fn run<E: mor_api::Endpoint<Fault: std::error::Error + 'static>>(
    /// #     client: mor_api::Client,
    /// #     endpoint: E,
    /// # ) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut users = client.call(&endpoint).rows_at::<User>("page/users/user")?;
    /// while let Some(user) = users.next().await {
    ///     println!("{}", user?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn rows_at<R: FromXml>(self, path: &str) -> Result<Rows<R, E, T>, InvalidRowPath> {
        RowPath::new(path).map(|path| self.rows_of(path))
    }

    fn rows_of<R: FromXml>(self, path: RowPath<R>) -> Rows<R, E, T> {
        Rows::new(Arc::clone(&self.client.inner), self.prepare(), self.tries(), path, call_span(E::SPEC))
    }
}

/// Neither parameters nor answers: they hold what nobody wants in a log.
fn call_span(spec: &Spec) -> tracing::Span {
    tracing::debug_span!("mor_call", function = spec.function, effect = spec.effect.name(), outcome = Empty)
}

fn outcome<F>(result: Result<(), &Error<F>>) -> &'static str {
    match result.map_err(Error::kind) {
        Ok(()) => "ok",
        Err(ErrorKind::Request(_)) => "invalid request",
        Err(ErrorKind::Transport(_)) => "transport error",
        Err(ErrorKind::Refused(_)) => "refused",
        Err(ErrorKind::Partial(_)) => "partly done",
        Err(ErrorKind::Decode(_)) => "undecodable answer",
        Err(ErrorKind::Unexpected(_)) => "unexpected answer",
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

impl<E: Endpoint, T> fmt::Debug for Call<'_, E, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("function", &E::SPEC.function).field("options", &self.options).finish()
    }
}
