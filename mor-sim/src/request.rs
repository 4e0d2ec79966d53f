//! A received request, as recorded for the tests.

use std::{fmt, time::SystemTime};

use crate::{
    answer::Answer,
    hash::Verdict,
    params::Params,
    redact::{HIDDEN, Pairs},
};

/// A request the simulator received. `Debug` shows no hashes, passwords or PINs; the fields hold everything as sent,
/// but for headers with credentials.
#[derive(Clone)]
#[non_exhaustive]
pub struct Request {
    /// `GET` or `POST`, usually.
    pub method: String,
    /// Path without the query.
    pub path: String,
    /// Name of the function, the current one if an older name was used; as sent if there is no such function, and
    /// empty for a path outside the API.
    pub function: String,
    /// The parameter `id` when it stood in the path: `/billing/api/FUNCTION/ID`.
    pub path_id: Option<String>,
    /// Parameters of the query string, decoded, as often as they were sent.
    pub query: Vec<(String, String)>,
    /// Parameters of the body, decoded, as often as they were sent.
    pub form: Vec<(String, String)>,
    /// Uploaded files.
    pub files: Vec<UploadedFile>,
    /// Headers with names in lower case. Values of cookies and credentials are replaced.
    pub headers: Vec<(String, String)>,
    /// The header `Content-Type`.
    pub content_type: Option<String>,
    /// What became of the hash.
    pub verdict: Verdict,
    /// When it came.
    pub time: SystemTime,
    pub(crate) outcome: Outcome,
}

/// What was answered, as far as the page shows it.
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
    /// The value the server works with: the path goes before the body, the body before the query, and of a repeated
    /// name the last value counts.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<String> {
        self.params().get(name).map(str::to_owned)
    }

    pub(crate) fn params(&self) -> Params {
        let path = self.path_id.iter().map(|id| ("id".to_owned(), id.clone()));
        Params::merge(self.query.iter().chain(&self.form).cloned().chain(path))
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An id in the path may be the uniquehash of a user, so the path is not shown.
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("function", &self.function)
            .field("path_id", &self.path_id.as_ref().map(|_| HIDDEN))
            .field("query", &Pairs(&self.query))
            .field("form", &Pairs(&self.form))
            .field("files", &self.files)
            .field("content_type", &self.content_type)
            .field("verdict", &self.verdict)
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
