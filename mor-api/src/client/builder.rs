//! The settings of a client.

use core::fmt;
use core::time::Duration;
use std::collections::HashMap;
use std::sync::Arc;

use super::http::{Connections, HttpTransport};
use super::retry::{Bucket, RetryPolicy};
use super::{Client, Inner, Transport};
use crate::answer::MAX_ROW;
use crate::{ConfigError, Credentials, Method, Secret, Server};

/// Builds a [`Client`].
///
/// | setting | default |
/// |---|---|
/// | [`username`](Self::username) | none: it must be given |
/// | [`api_key`](Self::api_key) | none: requests are not signed |
/// | [`method`](Self::method) | `POST` with a form body |
/// | [`path_prefix`](Self::path_prefix) | `/billing/api/` |
/// | [`timeout`](Self::timeout) | 60 seconds for a try of a call |
/// | [`connect_timeout`](Self::connect_timeout) | 10 seconds |
/// | [`max_body`](Self::max_body) | 256 MiB |
/// | [`max_row`](Self::max_row) | 16 MiB |
/// | [`retries`](Self::retries) | 3 tries, for what reads or was certainly not sent |
/// | [`allow_http`](Self::allow_http) | no, but for this machine |
#[must_use = "a builder does nothing until it builds"]
pub struct ClientBuilder {
    base_url: String,
    prefix: String,
    allow_http: bool,
    method: Method,
    credentials: Credentials,
    timeout: Duration,
    max_body: u64,
    max_row: usize,
    retries: RetryPolicy,
    hash_orders: HashMap<String, Vec<String>>,
    connections: Connections,
}

impl ClientBuilder {
    pub(super) fn new(base_url: String) -> Self {
        Self {
            base_url,
            prefix: Server::DEFAULT_PREFIX.to_owned(),
            allow_http: false,
            method: Method::default(),
            credentials: Credentials::new(""),
            timeout: Duration::from_secs(60),
            max_body: 256 << 20,
            max_row: MAX_ROW,
            retries: RetryPolicy::default(),
            hash_orders: HashMap::new(),
            connections: Connections::default(),
        }
    }

    /// The caller: username, key and password at once.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = credentials;
        self
    }

    /// The caller's username, sent as `u`.
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.credentials = self.credentials.with_username(username.into());
        self
    }

    /// The API secret key of the caller's owner. Leave it out for a server that does not check hashes.
    pub fn api_key(mut self, key: impl Into<Secret>) -> Self {
        self.credentials = self.credentials.with_key(key);
        self
    }

    /// The caller's password, sent as `p` by the functions that take one.
    pub fn password(mut self, password: impl Into<Secret>) -> Self {
        self.credentials = self.credentials.with_password(password);
        self
    }

    /// How parameters travel.
    pub fn method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// The path of the API on the server.
    pub fn path_prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// How long a call may take, from the first byte sent to the last one received; when it is tried again, each try.
    /// A call whose answer is read
    /// row by row may take longer: there it is the time for each wait.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Whether and when a call that failed is tried again; [`RetryPolicy::none`] switches it off. The budget is
    /// shared by the client's clones.
    pub fn retries(mut self, policy: RetryPolicy) -> Self {
        self.retries = policy;
        self
    }

    /// How long connecting may take, at most nine tenths of the [`timeout`](Self::timeout): so the connection's time
    /// runs out first, and the error can say that nothing was sent.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connections.connect_timeout = timeout;
        self
    }

    /// The largest answer, in bytes, that is taken whole, packed as it may be and unpacked; for one that is read row
    /// by row there is no limit. What is decoded from an answer may take a multiple of it in memory.
    pub fn max_body(mut self, bytes: u64) -> Self {
        self.max_body = bytes;
        self
    }

    /// The largest row, in bytes of XML, of an answer that is read row by row, and the most that may stand before the
    /// first row or between two.
    pub fn max_row(mut self, bytes: usize) -> Self {
        self.max_row = bytes;
        self
    }

    /// Takes plain `http` to another machine. Everybody on the way can read parameters and answers and
    /// repeat requests.
    pub fn allow_http(mut self, allow: bool) -> Self {
        self.allow_http = allow;
        self
    }

    /// What the client calls itself.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.connections.user_agent = user_agent.into();
        self
    }

    /// Trusts the certificates of a PEM file, too: for a server with a certificate of a private authority.
    pub fn root_certificate(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.connections.root_certificates.push(pem.into());
        self
    }

    /// Hashes other parameters for a function than declared, by wire name and in this order: servers of
    /// different versions disagree on a few functions.
    pub fn hash_order<N: Into<String>>(
        mut self,
        function: impl Into<String>,
        names: impl IntoIterator<Item = N>,
    ) -> Self {
        self.hash_orders.insert(function.into(), names.into_iter().map(Into::into).collect());
        self
    }

    /// A client over reqwest.
    pub fn build(mut self) -> Result<Client, ConfigError> {
        let connect_timeout = &mut self.connections.connect_timeout;
        *connect_timeout = (self.timeout / 10 * 9).min(*connect_timeout);
        let transport = HttpTransport::with(&self.connections)?;
        if cfg!(not(any(feature = "rustls", feature = "native-tls"))) && self.base_url.starts_with("https") {
            return Err(ConfigError::new("base URL: https needs one of the features rustls and native-tls"));
        }
        self.build_with(transport)
    }

    /// A client over another HTTP stack. The settings about connections (connect timeout, user agent,
    /// certificates) are the stack's own.
    pub fn build_with<T: Transport>(self, transport: T) -> Result<Client<T>, ConfigError> {
        if self.credentials.username().trim().is_empty() {
            let problem = "username: it is missing; MOR expects one with every request, as the parameter u";
            return Err(ConfigError::new(problem));
        }
        let server = Server::build(&self.base_url, &self.prefix, self.allow_http)?.with_method(self.method);
        Ok(Client {
            inner: Arc::new(Inner {
                server,
                credentials: self.credentials,
                transport,
                timeout: self.timeout,
                max_body: self.max_body,
                max_row: self.max_row,
                retries: self.retries,
                bucket: Arc::new(Bucket::new(self.retries.budget)),
                hash_orders: self.hash_orders,
            }),
        })
    }

    /// A blocking client over reqwest.
    #[cfg(feature = "blocking")]
    pub fn build_blocking(self) -> Result<super::blocking::Client, ConfigError> {
        super::blocking::Client::new(self.build()?)
    }

    /// A blocking client over another HTTP stack, see [`build_with`](Self::build_with).
    #[cfg(feature = "blocking")]
    pub fn build_blocking_with<T: Transport>(
        self,
        transport: T,
    ) -> Result<super::blocking::Client<T>, ConfigError> {
        super::blocking::Client::new(self.build_with(transport)?)
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not the base URL: before it is checked it may hold a password.
        f.debug_struct("ClientBuilder")
            .field("credentials", &self.credentials)
            .field("method", &self.method)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
