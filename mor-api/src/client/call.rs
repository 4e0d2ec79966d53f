//! One call of a client.

use core::fmt;
use core::time::Duration;
use std::sync::Arc;

use tracing::Instrument;
use tracing::field::Empty;

use super::http::HttpTransport;
use super::retry::{RetryPolicy, Tries};
use super::rows::Rows;
use super::transport::{StreamTransport, Transport};
use super::{Client, Inner, TARGET};
use crate::{
    CallOptions, Endpoint, Error, ErrorKind, Explanation, Failure, FromXml, InvalidRowPath, Listing,
    PreparedRequest, RequestError, RowPath, Secret, Spec,
};

/// One call, to be sent or explained.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<'a, E, T = HttpTransport> {
    client: &'a Client<T>,
    endpoint: &'a E,
    options: CallOptions,
    retries: RetryPolicy,
}

impl<'a, E: Endpoint, T: Transport> Call<'a, E, T> {
    pub(super) fn new(client: &'a Client<T>, endpoint: &'a E, options: CallOptions) -> Self {
        Self { client, endpoint, options, retries: client.inner.retries }
    }

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
            tracing::debug!(target: TARGET, outcome, "call ended");
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
    tracing::debug_span!(target: TARGET, "mor_call", function = spec.function, effect = spec.effect.name(), outcome = Empty)
}

pub(super) fn outcome<F>(result: Result<(), &Error<F>>) -> &'static str {
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

impl<E: Endpoint, T> fmt::Debug for Call<'_, E, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("function", &E::SPEC.function).field("options", &self.options).finish()
    }
}
