//! The finished request, ready for any HTTP stack.

use core::fmt;
use core::time::Duration;
use std::io;
use std::path::Path;
use std::sync::Arc;

use secrecy::zeroize::Zeroizing;

use super::multipart::Multipart;
use super::upload::Content;
use crate::{Effect, Method, Redactor, RequestError, Secret, Spec};

/// The content type of a form body.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// A signed and encoded request that nobody has sent yet.
///
/// Send it with any HTTP client and give what comes back to [`decode_answer`](crate::decode_answer). To make it,
/// nothing is read: a file to upload is opened by whoever sends it.
///
/// `Debug` shows neither query nor body: they hold the hash, and perhaps a password. For the same reason their memory
/// is wiped when the request and its clones, which share it, are dropped.
#[derive(Clone)]
pub struct PreparedRequest {
    pub(crate) sent: Arc<Sent>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) max_body: u64,
}

/// What is sent.
pub(crate) struct Sent {
    pub(crate) spec: &'static Spec,
    pub(crate) method: Method,
    pub(crate) url: Zeroizing<String>,
    /// Whether the URL is one of this machine.
    pub(crate) is_local: bool,
    /// The parameters as a form, unless they are in the URL. The body, unless there is a multipart one.
    pub(crate) encoded: Zeroizing<String>,
    pub(crate) multipart: Option<Multipart>,
    /// What is secret about the caller, whether it is sent or not.
    pub(crate) caller: [Option<Arc<Secret>>; 2],
}

impl Sent {
    /// The body, if it is a form.
    pub(crate) fn form_body(&self) -> Option<&[u8]> {
        (self.multipart.is_none() && self.method == Method::Post).then_some(self.encoded.as_bytes())
    }
}

impl PreparedRequest {
    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> http::Method {
        match self.sent.method {
            Method::Post | Method::PostQuery => http::Method::POST,
            Method::Get => http::Method::GET,
        }
    }

    /// The URL; with the parameters in its query when [`Method::PostQuery`] or [`Method::Get`] was chosen.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.sent.url
    }

    /// The content type of the body; `None` when the parameters are in the URL and there is no body.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        match &self.sent.multipart {
            Some(multipart) => Some(&multipart.content_type),
            None => (self.sent.method == Method::Post).then_some(FORM),
        }
    }

    /// The body, piece by piece; nothing when the parameters are in the URL. A request without files is one piece.
    pub fn body(&self) -> impl Iterator<Item = BodyPart<'_>> {
        let form = self.sent.form_body();
        let contents = self.sent.multipart.iter().flat_map(|multipart| &multipart.contents);
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
        let encoded = match self.sent.method {
            Method::Post => self.sent.encoded.as_str(),
            Method::PostQuery | Method::Get => self.sent.url.split_once('?').map_or("", |(_, query)| query),
        };
        form_urlencoded::parse(encoded.as_bytes()).into_owned()
    }

    /// The same for people: secrets, by type or by name, and the hash are masked.
    pub fn masked_form(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.form().map(|(name, text)| {
            let text = if self.is_secret(&name) { Secret::MASK.to_owned() } else { text };
            (name, text)
        })
    }

    fn is_secret(&self, name: &str) -> bool {
        let param = self.sent.spec.params.iter().find(|param| param.name == name);
        param.is_some_and(|param| param.kind.is_secret()) || Secret::is_secret_name(name)
    }

    /// Takes this request's secrets out of what the server says in return: see [`Redactor`].
    #[must_use]
    pub fn redactor(&self) -> Redactor {
        Redactor::of(self.clone())
    }

    /// All that is secret about it.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = Secret> + '_ {
        let caller = self.sent.caller.iter().flatten().map(|secret| Secret::clone(secret));
        let sent = self.form().filter(|(name, _)| self.is_secret(name));
        caller.chain(sent.map(|(_, text)| Secret::from(text)))
    }

    /// Whether it goes to this machine (loopback). Such a request may be plain `http` because it does not leave the
    /// machine; through a proxy it would.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.sent.is_local
    }

    /// The wire name under which the function is called.
    #[must_use]
    pub fn function(&self) -> &str {
        let path = self.sent.url.split('?').next().unwrap_or_default();
        path.rsplit('/').next().unwrap_or_default()
    }

    /// The declaration of the function, if it has one.
    #[must_use]
    pub fn spec(&self) -> Option<&'static Spec> {
        Some(self.sent.spec).filter(|spec| !spec.function.is_empty())
    }

    /// What the call does to the server.
    #[must_use]
    pub fn effect(&self) -> Effect {
        self.sent.spec.effect
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
        let body = self.read_body().map_err(|error| RequestError::unreadable_file(self.sent.spec, &error))?;
        request.body(body).map_err(|_| RequestError::bad_url(self.sent.spec))
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
        let url = self.sent.url.split('?').next().unwrap_or_default();
        f.debug_struct("PreparedRequest")
            .field("method", &self.sent.method)
            .field("url", &url)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
