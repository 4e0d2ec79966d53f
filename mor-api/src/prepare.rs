//! Stage 4: the finished request, ready for any HTTP stack.

use core::fmt;
use core::time::Duration;

use crate::call::Call;
use crate::{
    CallOptions, Credentials, Effect, Endpoint, Error, Method, Params, RequestError, Server, Spec, form, hash,
};

/// The content type of a form body.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// A signed and encoded request that nobody has sent yet.
///
/// Send it with any HTTP client and give what comes back to [`decode_answer`](crate::decode_answer).
/// `Debug` shows neither query nor body: they hold the hash, and perhaps a password.
#[derive(Clone)]
pub struct PreparedRequest {
    spec: &'static Spec,
    url: String,
    encoded: String,
    method: Method,
    timeout: Option<Duration>,
    max_body: u64,
}

impl PreparedRequest {
    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> http::Method {
        match self.method {
            Method::Post | Method::PostQuery => http::Method::POST,
            Method::Get => http::Method::GET,
        }
    }

    /// The URL; with the parameters in its query when [`Method::PostQuery`] or [`Method::Get`] was chosen.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The body and its content type; `None` when the parameters are in the URL.
    #[must_use]
    pub fn body(&self) -> Option<(&'static str, &str)> {
        (self.method == Method::Post).then_some((FORM, self.encoded.as_str()))
    }

    /// The parameters as they are sent, decoded again, the hash last.
    pub fn form(&self) -> impl Iterator<Item = (String, String)> + '_ {
        let encoded = match self.method {
            Method::Post => self.encoded.as_str(),
            Method::PostQuery | Method::Get => self.url.split_once('?').map_or("", |(_, query)| query),
        };
        form_urlencoded::parse(encoded.as_bytes()).into_owned()
    }

    /// The function it calls.
    #[must_use]
    pub fn spec(&self) -> &'static Spec {
        self.spec
    }

    /// What the call does to the server.
    #[must_use]
    pub fn effect(&self) -> Effect {
        self.spec.effect
    }

    /// How long the call may take.
    #[must_use]
    pub fn timeout(&self) -> Option<Duration> {
        self.timeout
    }

    /// The largest answer, in bytes, that may be read.
    #[must_use]
    pub fn max_body(&self) -> u64 {
        self.max_body
    }

    /// Sets what the call's own options leave open.
    #[cfg(feature = "client")]
    pub(crate) fn with_limits(mut self, timeout: Duration, max_body: u64) -> Self {
        self.timeout.get_or_insert(timeout);
        self.max_body = max_body;
        self
    }

    /// The request in the vocabulary of the `http` crate.
    pub fn into_http(self) -> Result<http::Request<String>, RequestError> {
        let spec = self.spec;
        let mut request = http::Request::builder().method(self.method()).uri(&self.url);
        if self.method == Method::Post {
            request = request.header(http::header::CONTENT_TYPE, FORM);
        }
        request.body(self.encoded).map_err(|_| RequestError::bad_url(spec))
    }
}

impl fmt::Debug for PreparedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = self.url.split('?').next().unwrap_or_default();
        f.debug_struct("PreparedRequest")
            .field("method", &self.method)
            .field("url", &url)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

impl Server {
    /// Signs and encodes a call of `endpoint` to this server.
    ///
    /// ```ignore
    /// let request = server.prepare(&endpoint, &credentials, &CallOptions::default())?;
    /// ```
    pub fn prepare<E: Endpoint>(
        &self,
        endpoint: &E,
        credentials: &Credentials,
        options: &CallOptions,
    ) -> Result<PreparedRequest, RequestError> {
        endpoint.check().map_err(|invalid| RequestError::invalid(E::SPEC, invalid))?;
        self.prepare_call(&Call::new(endpoint, credentials, options), options.timeout)
    }

    /// Signs and encodes a call of a function that has no endpoint: `spec` describes it, `params` has the values.
    ///
    /// ```
    /// use mor_api::{CallOptions, Credentials, Effect, HashSlot, Identity, Kind, ParamSpec, ParamValue, Params};
    /// use mor_api::{Server, Spec};
    ///
    /// static ID: ParamSpec =
    ///     ParamSpec { name: "id", field: "id", hash_order: Some(1), required: true, kind: Kind::Integer, doc: "" };
    /// static NEW_FUNCTION: Spec = Spec {
    ///     function: "new_function",
    ///     aliases: &[],
    ///     group: "",
    ///     since: None,
    ///     addon: None,
    ///     effect: Effect::Read,
    ///     signed: true,
    ///     caller: Identity::Sent,
    ///     password: Identity::None,
    ///     params: &[ID],
    ///     hash_order: &[HashSlot::Param(0)],
    ///     doc: "",
    /// };
    ///
    /// struct Id(u64);
    /// impl Params for Id {
    ///     fn value(&self, index: usize) -> Option<&dyn ParamValue> {
    ///         (index == 0).then_some(&self.0 as _)
    ///     }
    /// }
    ///
    /// let server = Server::new("https://switch.example.com")?;
    /// let credentials = Credentials::new("some_user").with_key("secret");
    /// let request = server.prepare_described(&NEW_FUNCTION, &Id(2), &credentials, &CallOptions::default())?;
    /// assert!(request.form().any(|(_, value)| value == "38282ca5e65e63746498ef5b39a2fe71c6448df4"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn prepare_described(
        &self,
        spec: &'static Spec,
        params: &dyn Params,
        credentials: &Credentials,
        options: &CallOptions,
    ) -> Result<PreparedRequest, RequestError> {
        self.prepare_call(&Call::described(spec, params, credentials, options), options.timeout)
    }

    fn prepare_call(
        &self,
        call: &Call<'_>,
        timeout: Option<Duration>,
    ) -> Result<PreparedRequest, RequestError> {
        let hash = hash::sign(call)?;
        let mut url = self.url_of(call.function()?);
        let mut encoded = String::with_capacity(128);
        form::encode(call, hash.as_ref(), &mut encoded)?;
        if self.method() != Method::Post {
            if !encoded.is_empty() {
                url.push('?');
                url.push_str(&encoded);
            }
            encoded.clear();
        }
        Ok(PreparedRequest {
            spec: call.spec,
            url,
            encoded,
            method: self.method(),
            timeout,
            max_body: u64::MAX,
        })
    }
}

impl<F> From<RequestError> for Error<F> {
    fn from(error: RequestError) -> Self {
        Self::request(error)
    }
}
