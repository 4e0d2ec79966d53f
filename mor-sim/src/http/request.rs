//! A received request, as recorded for the tests.

use std::{fmt, time::SystemTime};

use super::{answer::Answer, params::Params};
use crate::{
    hash::Verdict,
    http::decode::Pair,
    redact::{HIDDEN, Pairs, Scrubber},
    remark::Remark,
    script::Fault,
};

/// A request that the simulator received, without its secrets: `[hidden]` replaces the values of `hash`, passwords and
/// PINs, every value that contains a key, password or uniquehash of an account, and headers with credentials.
///
/// [`raw`](Self::raw) returns the original values.
#[derive(Clone)]
#[non_exhaustive]
pub struct Request {
    /// Counts the requests since the start, from 1.
    pub number: u64,
    /// `GET` or `POST`, usually.
    pub method: String,
    /// Path without the query.
    pub path: String,
    /// Current name of the function; the name as sent if there is no such function, and empty for a path outside the
    /// API.
    pub function: String,
    /// The parameter `id` if it was a part of the path: `/billing/api/FUNCTION/ID`.
    pub path_id: Option<String>,
    /// Parameters of the query string, decoded, as often as they were sent.
    pub query: Vec<(String, String)>,
    /// Parameters of the body, decoded, as often as they were sent.
    pub form: Vec<(String, String)>,
    /// Uploaded files.
    pub files: Vec<UploadedFile>,
    /// Headers with names in lower case.
    pub headers: Vec<(String, String)>,
    /// The header `Content-Type`.
    pub content_type: Option<String>,
    /// The result of the hash check.
    pub verdict: Verdict,
    /// Other mistakes in the request.
    pub remarks: Vec<Remark>,
    /// The fault that the request met, ordered or by chance.
    pub fault: Option<Fault>,
    /// Time of arrival.
    pub time: SystemTime,
    pub(crate) outcome: Outcome,
    pub(crate) raw: RawRequest,
    pub(crate) wire: Wire,
}

/// Facts about the request that the decoded parameters do not show.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wire {
    /// What the body is, if the server sees no parameters in it: `JSON`, or a media type.
    pub(crate) not_read: Option<String>,
    /// Names of the parameters with an unescaped `+` in the value.
    pub(crate) plus: Vec<String>,
}

/// The original values, including secrets. `Debug` shows none of them.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct RawRequest {
    /// Path without the query.
    pub path: String,
    /// The parameter `id` if it was a part of the path.
    pub path_id: Option<String>,
    /// Parameters of the query string.
    pub query: Vec<(String, String)>,
    /// Parameters of the body.
    pub form: Vec<(String, String)>,
    /// The bytes of the values that are not UTF-8, by name; `query` and `form` have `\xEB` for each such byte.
    pub not_utf8: Vec<(String, Vec<u8>)>,
}

impl RawRequest {
    /// Returns the value the server uses: the path takes precedence over the body, the body over the query, and the last
    /// value over earlier ones of the same name.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<String> {
        self.params().get(name).map(str::to_owned)
    }

    pub(crate) fn params(&self) -> Params {
        merge(&self.query, &self.form, self.path_id.as_ref()).with_bytes(&self.not_utf8)
    }

    /// Adds the pairs of a query string or urlencoded body.
    pub(crate) fn add(&mut self, pairs: Vec<Pair>, part: impl Fn(&mut Self) -> &mut Vec<(String, String)>) {
        for Pair { name, value, .. } in pairs {
            self.not_utf8.extend(value.bytes.map(|bytes| (name.clone(), bytes)));
            part(self).push((name, value.shown));
        }
    }
}

impl fmt::Debug for RawRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawRequest").finish_non_exhaustive()
    }
}

fn merge(query: &[(String, String)], form: &[(String, String)], path_id: Option<&String>) -> Params {
    let path = path_id.map(|id| ("id".to_owned(), id.clone()));
    Params::merge(query.iter().chain(form).cloned().chain(path))
}

/// The answer, as far as the page shows it.
#[derive(Clone, Default)]
pub(crate) struct Outcome {
    pub(crate) status: u16,
    /// The message in the answer, mostly of an error.
    pub(crate) message: Option<String>,
}

impl Outcome {
    pub(crate) fn of(answer: &Answer) -> Self {
        Self { status: answer.status, message: answer.message() }
    }
}

/// A file sent as a part of a multipart form. `Debug` shows its length only.
#[derive(Clone, PartialEq, Eq)]
pub struct UploadedFile {
    /// Name of the form field.
    pub field: String,
    /// Name of the file on the client.
    pub file_name: String,
    /// Content.
    pub content: Vec<u8>,
}

impl Request {
    /// Returns the value the server uses, or `[hidden]`: the path takes precedence over the body, the body over the query,
    /// and the last value over earlier ones of the same name.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<String> {
        self.params().get(name).map(str::to_owned)
    }

    /// Returns the original values, including secrets. Keep them out of messages and files.
    #[must_use]
    pub fn raw(&self) -> &RawRequest {
        &self.raw
    }

    fn params(&self) -> Params {
        merge(&self.query, &self.form, self.path_id.as_ref())
    }

    /// Fills in what may be shown of what was sent.
    pub(crate) fn scrub(&mut self, scrubber: &Scrubber<'_>) {
        // A hash in a wrong place is one all the same; a short text is none.
        let own_hash = self.raw.param("hash").filter(|hash| hash.len() >= 8);
        let value = |name: &str, value: &str| {
            if Some(value) == own_hash.as_deref() {
                HIDDEN.to_owned()
            } else {
                scrubber.value(&self.function, name, value)
            }
        };
        let pairs = |pairs: &[(String, String)]| {
            pairs.iter().map(|(name, text)| (name.clone(), value(name, text))).collect()
        };
        self.query = pairs(&self.raw.query);
        self.form = pairs(&self.raw.form);
        self.path_id = self.raw.path_id.as_ref().map(|id| value("id", id));
        self.path = self.raw.path.clone();
        let is_hidden = self.path_id != self.raw.path_id || scrubber.leaks(&self.path);
        if let Some((rest, _)) = self.raw.path.rsplit_once('/').filter(|_| is_hidden) {
            self.path = format!("{rest}/{HIDDEN}");
        }
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An id in the path may be the uniquehash of a user, so the path is not shown.
        f.debug_struct("Request")
            .field("number", &self.number)
            .field("method", &self.method)
            .field("function", &self.function)
            .field("path_id", &self.path_id.as_ref().map(|_| HIDDEN))
            .field("query", &Pairs(&self.query))
            .field("form", &Pairs(&self.form))
            .field("files", &self.files)
            .field("content_type", &self.content_type)
            .field("verdict", &self.verdict)
            .field("remarks", &self.remarks)
            .field("fault", &self.fault)
            .field("time", &self.time)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for UploadedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadedFile")
            .field("field", &self.field)
            .field("file_name", &self.file_name)
            .field("length", &self.content.len())
            .finish()
    }
}
