//! Stage 4: the finished request, ready for any HTTP stack.

use core::fmt;
use core::time::Duration;
use std::io;
use std::path::Path;
use std::sync::Arc;

use secrecy::zeroize::Zeroizing;

use crate::call::Call;
use crate::multipart::Multipart;
use crate::upload::Content;
use crate::{
    CallOptions, Credentials, Effect, Endpoint, Error, Method, Params, Redactor, RequestError, Secret,
    Server, Spec, form, hash, multipart,
};

/// The content type of a form body.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// A signed and encoded request that nobody has sent yet.
///
/// Send it with any HTTP client and give what comes back to [`decode_answer`](crate::decode_answer). To make it,
/// nothing is read: a file to upload is opened by whoever sends it.
///
/// `Debug` shows neither query nor body: they hold the hash, and perhaps a password. For the same reason their memory
/// is wiped when the request is dropped.
#[derive(Clone)]
pub struct PreparedRequest {
    spec: &'static Spec,
    url: Zeroizing<String>,
    /// The parameters as a form, unless they are in the URL. The body, unless there is a multipart one.
    encoded: Zeroizing<String>,
    multipart: Option<Multipart>,
    /// What is secret about the caller, whether it is sent or not.
    caller: [Option<Arc<Secret>>; 2],
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

    /// The content type of the body; `None` when the parameters are in the URL and there is no body.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        match &self.multipart {
            Some(multipart) => Some(&multipart.content_type),
            None => (self.method == Method::Post).then_some(FORM),
        }
    }

    /// The body, piece by piece; nothing when the parameters are in the URL. A request without files is one piece.
    pub fn body(&self) -> impl Iterator<Item = BodyPart<'_>> {
        let form =
            (self.multipart.is_none() && self.method == Method::Post).then_some(self.encoded.as_bytes());
        let contents = self.multipart.iter().flat_map(|multipart| &multipart.contents);
        form.map(BodyPart::Bytes).into_iter().chain(contents.map(|content| match content {
            Content::Bytes(bytes) => BodyPart::Bytes(bytes),
            Content::Path(path) => BodyPart::File(path),
        }))
    }

    /// The length of the body in bytes; `None` if only opening a file can tell it.
    #[must_use]
    pub fn content_length(&self) -> Option<u64> {
        self.body().try_fold(0, |sum, part| match part {
            BodyPart::Bytes(bytes) => Some(sum + bytes.len() as u64),
            BodyPart::File(_) => None,
        })
    }

    /// The whole body in memory. Files are read. Who keeps secrets in mind wipes it after use.
    pub fn read_body(&self) -> io::Result<Vec<u8>> {
        // At once as large as it will be: one that grows leaves copies behind.
        let length = self.content_length().and_then(|length| usize::try_from(length).ok());
        let mut body = Vec::with_capacity(length.unwrap_or_default());
        for part in self.body() {
            match part {
                BodyPart::Bytes(bytes) => body.extend_from_slice(bytes),
                BodyPart::File(path) => body.append(&mut std::fs::read(path)?),
            }
        }
        Ok(body)
    }

    /// The parameters as they are sent, decoded again, the hash last. A file is its name.
    pub fn form(&self) -> impl Iterator<Item = (String, String)> + '_ {
        let encoded = match self.method {
            Method::Post => self.encoded.as_str(),
            Method::PostQuery | Method::Get => self.url.split_once('?').map_or("", |(_, query)| query),
        };
        form_urlencoded::parse(encoded.as_bytes()).into_owned()
    }

    /// Takes this request's secrets out of what the server says in return: see [`Redactor`].
    #[must_use]
    pub fn redactor(&self) -> Redactor {
        let caller = self.caller.iter().flatten().map(|secret| Secret::clone(secret));
        let sent = self.form().filter(|(name, _)| {
            let param = self.spec.params.iter().find(|param| param.name == name);
            param.is_some_and(|param| param.kind.is_secret()) || Secret::is_secret_name(name)
        });
        Redactor::of(caller.chain(sent.map(|(_, text)| Secret::from(text))))
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

    /// Shortens what the call may take.
    #[cfg(feature = "client")]
    pub(crate) fn within(mut self, left: Duration) -> Self {
        self.timeout = Some(self.timeout.map_or(left, |timeout| timeout.min(left)));
        self
    }

    /// The request in the vocabulary of the `http` crate, with the whole body in memory. Files are read.
    pub fn into_http(self) -> Result<http::Request<Vec<u8>>, RequestError> {
        let mut request = http::Request::builder().method(self.method()).uri(self.url());
        if let Some(content_type) = self.content_type() {
            request = request.header(http::header::CONTENT_TYPE, content_type);
        }
        let body = self.read_body().map_err(|error| RequestError::unreadable_file(self.spec, &error))?;
        request.body(body).map_err(|_| RequestError::bad_url(self.spec))
    }
}

/// A piece of a request's body.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum BodyPart<'a> {
    /// These bytes.
    Bytes(&'a [u8]),
    /// The content of the file at this path.
    File(&'a Path),
}

/// Not the bytes: they hold what the request's `Debug` does not show.
impl fmt::Debug for BodyPart<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(f, "Bytes({} bytes)", bytes.len()),
            Self::File(path) => f.debug_tuple("File").field(path).finish(),
        }
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
    /// Signs and encodes a call of `endpoint` to this server. A request that holds an [`Upload`](crate::Upload)
    /// becomes a `POST` with a multipart body even if [`Method::PostQuery`] is set; [`Method::Get`] is an error.
    ///
    /// ```
    /// use mor_api::{CallOptions, Credentials, Endpoint, RequestError, Server};
    ///
    /// fn body_of(endpoint: &impl Endpoint, server: &Server) -> Result<String, RequestError> {
    ///     let caller = Credentials::new("some_user").with_key("secret");
    ///     let request = server.prepare(endpoint, &caller, &CallOptions::default())?;
    ///     Ok(request.form().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&"))
    /// }
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
    ///     verify: None,
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
        let caller = call.secrets();
        let mut url = Zeroizing::new(self.url_of(call.function()?));
        let (method, multipart) = match (call.uploading(), self.method()) {
            (None, method) => (method, None),
            (Some(param), Method::Get) => return Err(RequestError::upload_by_get(call.spec, param)),
            (Some(_), _) => (Method::Post, Some(multipart::encode(call, hash.as_ref())?)),
        };
        let mut encoded = form::encode(call, hash.as_ref())?;
        if method != Method::Post {
            if !encoded.is_empty() {
                url.reserve_exact(1 + encoded.len());
                url.push('?');
                url.push_str(&encoded);
            }
            encoded = Zeroizing::default();
        }
        let max_body = u64::MAX;
        Ok(PreparedRequest { spec: call.spec, url, encoded, multipart, caller, method, timeout, max_body })
    }
}

impl<F> From<RequestError> for Error<F> {
    fn from(error: RequestError) -> Self {
        Self::request(error)
    }
}
