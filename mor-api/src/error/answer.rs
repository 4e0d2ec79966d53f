//! Why an answer is not the response it should be.

use core::fmt;

use super::Partial;
use crate::answer::sniff::excerpt;
use crate::xml::{DecodeError, Refusal};

/// An answer that arrived and is not what the endpoint declares.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum AnswerError {
    /// MOR refused the request.
    Refused(Refusal),
    /// MOR carried out one part of the request and refused another.
    Partial(Box<Partial>),
    /// It is XML, but of another shape or broken.
    Decode(DecodeError),
    /// It is nothing an API function answers.
    Unexpected(Unexpected),
}

/// Answers that come from something else than an API function.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unexpected {
    /// Nothing, or white space: MOR answers so when the function fails inside.
    Empty,
    /// A page for people: the GUI, or an error page of a web server in front of MOR.
    Html,
    /// A redirect to this place, as a rule the login page of the GUI.
    Redirect(String),
    /// A text that is not XML; its first 80 characters.
    Text(String),
    /// The server's words where they report neither success nor a known failure; their first 80 characters.
    Words(String),
    /// XML where a plain text should be.
    Xml,
    /// A zip archive where XML should be.
    Zip,
    /// A zip archive that does not hold exactly one file that can be unpacked; the string says why.
    BadZip(String),
    /// A zip archive that unpacks to more bytes than this limit.
    ZipTooLarge(u64),
    /// Bytes that are no UTF-8 text; where they start to be none.
    NotUtf8(usize),
    /// A text in this encoding, which is neither UTF-8 nor one that [`to_utf8`](crate::to_utf8) reads.
    Charset(String),
    /// A text that holds the character NUL, which XML does not allow; where.
    Nul(usize),
    /// Something compressed by gzip that the transport did not unpack, as it was not declared or packed twice.
    Compressed,
    /// A web server's page that says that the port expects TLS, and the URL says `http://`.
    HttpsExpected,
    /// An HTTP status that is not 200, without a useful body.
    Status(u16),
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => write!(f, "MOR refused: {}", refusal.messages.join("; ")),
            Self::Partial(partial) => partial.fmt(f),
            Self::Decode(error) => write!(f, "the response is not of the declared shape: {error}"),
            Self::Unexpected(unexpected) => unexpected.fmt(f),
        }
    }
}

impl core::error::Error for AnswerError {}

impl Unexpected {
    /// Words that report neither success nor a known failure.
    #[must_use]
    pub fn words(words: &str) -> Self {
        Self::Words(excerpt(words))
    }

    /// What to check where the answer came over the network. It is of no use for an answer from a file.
    #[must_use]
    pub fn advice(&self) -> Option<&'static str> {
        match self {
            Self::Html => Some("check the base URL and the path prefix"),
            Self::Redirect(_) => Some("check the base URL"),
            _ => None,
        }
    }
}

impl fmt::Display for Unexpected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the answer is empty, which MOR sends when the function fails inside"),
            Self::Html => f.write_str("the answer is an HTML page, not the API's"),
            Self::Redirect(to) => write!(f, "the server redirects to {to} instead of answering"),
            Self::Text(text) => write!(f, "the answer is a plain text: {text:?}"),
            Self::Words(words) => {
                write!(f, "the server reports neither success nor a known failure: {words:?}")
            }
            Self::Xml => f.write_str("the answer is XML where a plain text should be"),
            Self::Zip => f.write_str("the answer is a zip archive where XML should be"),
            Self::BadZip(why) => write!(f, "the answer is a zip archive that cannot be unpacked: {why}"),
            Self::ZipTooLarge(limit) => {
                write!(f, "the answer is a zip archive that unpacks to more than the limit of {limit} bytes")
            }
            Self::NotUtf8(offset) => write!(f, "the answer is not UTF-8 from byte {offset} on"),
            Self::Charset(name) => write!(f, "the answer is in the encoding {name}, which is not read"),
            Self::Nul(offset) => write!(f, "the answer has a NUL character at byte {offset}: it is no text"),
            Self::Compressed => f.write_str("the answer is compressed by gzip where a text should be"),
            Self::HttpsExpected => f.write_str(
                "the port expects TLS, and the request came as plain http: write https:// in the URL",
            ),
            Self::Status(status) => write!(f, "the server answered with HTTP status {status}"),
        }
    }
}

impl From<DecodeError> for AnswerError {
    fn from(error: DecodeError) -> Self {
        Self::Decode(error)
    }
}

impl From<Unexpected> for AnswerError {
    fn from(unexpected: Unexpected) -> Self {
        Self::Unexpected(unexpected)
    }
}
