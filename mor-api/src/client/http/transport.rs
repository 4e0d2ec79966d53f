//! The default transport: reqwest.

use core::fmt;
use core::time::Duration;
use std::sync::Arc;

use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HOST};
use http::{HeaderValue, Version};

use super::body;
use super::certificates::with_certificates;
use super::deadline::Deadline;
use super::targets::{Target, Targets};
use crate::client::transport::Transport;
use crate::error::Awaited;
use crate::request::prepared::FORM;
use crate::{ConfigError, PreparedRequest, TransportError};

/// Requests over [`reqwest`], which keeps connections open and honours the proxy variables of the
/// environment (`HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`). It must be used inside a Tokio runtime.
///
/// Requests to this machine (loopback) go through no proxy: they may be plain `http` because they do not leave
/// the machine, and through a proxy they would.
#[derive(Clone)]
pub struct HttpTransport {
    client: reqwest::Client,
    /// For this machine.
    local: reqwest::Client,
    targets: Arc<Targets>,
    connect_timeout: Duration,
    has_given_roots: bool,
}

/// What the builder knows about connections.
#[derive(Debug)]
pub(in crate::client) struct Connections {
    pub(in crate::client) connect_timeout: Duration,
    pub(in crate::client) user_agent: String,
    pub(in crate::client) root_certificates: Vec<Vec<u8>>,
}

impl Default for Connections {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(10),
            user_agent: concat!("mor-api/", env!("CARGO_PKG_VERSION")).to_owned(),
            root_certificates: Vec::new(),
        }
    }
}

impl HttpTransport {
    /// A transport with the client builder's default settings, to be wrapped in one of one's own.
    pub fn new() -> Result<Self, ConfigError> {
        Self::with(&Connections::default())
    }

    pub(in crate::client) fn with(connections: &Connections) -> Result<Self, ConfigError> {
        #[cfg(feature = "rustls")]
        choose_cryptography();
        let builder = || {
            reqwest::Client::builder()
                // A redirect leads to the GUI, and a followed POST would repeat the request elsewhere.
                .redirect(reqwest::redirect::Policy::none())
                // By default it repeats any request, a POST too, that an HTTP/2 server refuses in certain ways. Whether a
                // request is repeated, the retry policy alone decides. What remains is that hyper sends a request on a
                // new connection which was waiting for one that closed before a single byte of the request was written.
                // With no retries to come, reqwest keeps no copy of the request either.
                .retry(reqwest::retry::never().max_retries_per_request(0))
                .user_agent(&connections.user_agent)
                .connect_timeout(connections.connect_timeout)
        };
        let certificates = &connections.root_certificates;
        let client = with_certificates(builder(), certificates)?.build().map_err(|error| {
            if !certificates.is_empty() && builder().build().is_ok() {
                ConfigError::new("root certificate: it is damaged, or no certificate of an authority")
            } else {
                ConfigError::new(format!("the HTTP client cannot be set up: {}", with_sources(&error)))
            }
        })?;
        let local = with_certificates(builder().no_proxy(), certificates)?.build();
        let local = local.map_err(|error| {
            ConfigError::new(format!("the HTTP client cannot be set up: {}", with_sources(&error)))
        })?;
        Ok(Self {
            client,
            local,
            targets: Arc::default(),
            connect_timeout: connections.connect_timeout,
            has_given_roots: !certificates.is_empty(),
        })
    }

    /// Begins to send a request; the future waits for the start of the answer, without a limit in time.
    pub(super) async fn start(
        &self,
        request: &PreparedRequest,
    ) -> Result<impl Future<Output = Result<reqwest::Response, TransportError>>, TransportError> {
        if tokio::runtime::Handle::try_current().is_err() {
            return Err(TransportError::misused(
                "the asynchronous client must be used inside a Tokio runtime",
            ));
        }
        let client = if request.is_local() { &self.local } else { &self.client };
        let mut sent = match self.targets.get(request.url()) {
            Some(Target { url, host }) => {
                let mut sent = reqwest::Request::new(request.method(), url);
                sent.headers_mut().insert(HOST, host);
                sent
            }
            // The error is reqwest's own.
            None => client.request(request.method(), request.url()).build().map_err(to_transport_error)?,
        };
        if let Some(content_type) = request.content_type() {
            let content_type = match content_type {
                FORM => HeaderValue::from_static(FORM),
                other => HeaderValue::from_str(other).map_err(TransportError::not_sent)?,
            };
            sent.headers_mut().insert(CONTENT_TYPE, content_type);
            *sent.body_mut() = Some(body::of(request).await?);
        }
        let answer = client.execute(sent);
        let is_plain = request.url().starts_with("http://");
        Ok(async move { answer.await.map_err(|error| self.unanswered(error, is_plain)) })
    }

    /// The error of a request to which not a byte of a response came.
    fn unanswered(&self, error: reqwest::Error, is_plain: bool) -> TransportError {
        let is_late = error.is_connect() && error.is_timeout();
        let error = to_transport_error(error);
        let error = if is_late { error.with_limit(self.connect_timeout) } else { error };
        let error = if self.has_given_roots { error.despite_given_roots() } else { error };
        if is_plain { error.over_http() } else { error }
    }
}

/// rustls takes the cryptography that the program has installed. If there is none, it is ring's.
#[cfg(feature = "rustls")]
fn choose_cryptography() {
    use rustls::crypto::{CryptoProvider, ring};
    if CryptoProvider::get_default().is_none() {
        // An error means that another thread was faster.
        let _ = ring::default_provider().install_default();
    }
}

impl Transport for HttpTransport {
    async fn send(&self, request: PreparedRequest) -> Result<http::Response<Vec<u8>>, TransportError> {
        let answer = self.start(&request).await?;
        let deadline = Deadline::after(request.timeout());
        let response = deadline.wait(Awaited::Start, answer).await?;
        deadline.wait(Awaited::Rest, read(response, request.max_body())).await
    }
}

async fn read(mut response: reqwest::Response, max: u64) -> Result<http::Response<Vec<u8>>, TransportError> {
    let announced = response.content_length().unwrap_or(0);
    if announced > max {
        return Err(TransportError::too_large(max));
    }
    // Not more than a megabyte on the word of the server alone.
    let mut body = Vec::with_capacity(usize::try_from(announced.min(1 << 20)).unwrap_or(0));
    while let Some(chunk) = response.chunk().await.map_err(to_transport_error)? {
        if body.len() as u64 + chunk.len() as u64 > max {
            return Err(TransportError::too_large(max));
        }
        body.extend_from_slice(&chunk);
    }
    let mut answer = http::Response::new(body);
    *answer.status_mut() = response.status();
    *answer.headers_mut() = core::mem::take(response.headers_mut());
    if response.version() >= Version::HTTP_2 {
        // The end of such a body is always announced, with or without a length.
        let length = HeaderValue::from(answer.body().len());
        answer.headers_mut().entry(CONTENT_LENGTH).or_insert(length);
    }
    Ok(answer)
}

/// Only a failed connection is certain not to have delivered anything. The URL is taken off the error, for
/// its query may hold the hash.
pub(super) fn to_transport_error(error: reqwest::Error) -> TransportError {
    let error = error.without_url();
    if error.is_connect() || error.is_builder() {
        TransportError::not_sent(error)
    } else if error.is_timeout() {
        TransportError::timeout(error)
    } else {
        TransportError::lost(error)
    }
}

fn with_sources(error: &dyn core::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        source = inner.source();
    }
    text
}

impl fmt::Debug for HttpTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpTransport").finish_non_exhaustive()
    }
}
