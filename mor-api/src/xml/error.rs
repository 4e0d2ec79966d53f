//! Why an answer could not be decoded, and where.

use core::fmt;
use std::borrow::Cow;

use super::text::cut;
use crate::Secret;

/// At most this many bytes of the answer are quoted in an error.
const EXCERPT: usize = 80;

/// The longest path that is kept: 64 elements with names as long as MOR's.
pub(crate) const MAX_PATH: usize = 1024;

/// An answer that is not what the endpoint declares.
///
/// It carries the path of the element, the byte offset and line of the place, and the offending text cut
/// to 80 bytes. Answers hold passwords in clear text, so only names of elements and values of fields are quoted,
/// and no value of a field that has the name of a secret ([`Secret::is_secret_name`]), whatever its type. What
/// stands where nothing should stand is not quoted; offset and
/// [`answer_received`](crate::Error::answer_received) lead to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError(Box<Inner>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    kind: DecodeErrorKind,
    path: String,
    offset: u64,
    line: u64,
    text: String,
    success: Option<String>,
}

/// What is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// A required element or attribute is not there.
    Missing,
    /// An element that may stand once stands twice.
    Duplicate,
    /// A text is not of the form its field wants; the string says which form that is.
    BadValue(&'static str),
    /// An element stands where only text may stand.
    UnexpectedElement,
    /// The document's root is another one; the string is the root the endpoint declares.
    WrongRoot(Cow<'static, str>),
    /// The answer ends in the middle of the document.
    Truncated,
    /// Something follows the end of the document.
    TrailingContent,
    /// It is not well-formed XML; the string says why.
    Malformed(String),
    /// Elements are nested deeper than any answer of MOR: 64 levels.
    TooDeep,
    /// An element has more attributes than any of MOR: 256.
    TooManyAttributes,
    /// What the answer decodes into takes 64 MiB and 16 times its own size in memory: it is mostly empty rows.
    TooMuch,
    /// One row, or what stands before the first or between two, is larger than the limit set on a stream of rows.
    RowTooLarge,
    /// The list at a path of [`RowPath::new`](crate::RowPath::new) has elements, but no rows; the string is the name of
    /// its first element.
    NoRows(String),
    /// Reading the stream failed; the string says why.
    Read(String),
}

impl DecodeError {
    pub(crate) fn new(kind: DecodeErrorKind, mut path: String, position: Position, text: &str) -> Self {
        let text = match kind {
            DecodeErrorKind::TrailingContent | DecodeErrorKind::Malformed(_) => "",
            _ if Secret::is_secret_name(&path) => Secret::MASK,
            _ => text,
        };
        path.truncate(cut(&path, MAX_PATH).len());
        path.shrink_to_fit();
        // What the XML reader says may quote the answer.
        let kind = match kind {
            DecodeErrorKind::Malformed(why) => DecodeErrorKind::Malformed(cut(&why, 2 * EXCERPT).to_owned()),
            kind => kind,
        };
        let text = cut(text, EXCERPT).to_owned();
        Self(Box::new(Inner {
            kind,
            path,
            offset: position.offset,
            line: position.line,
            text,
            success: None,
        }))
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> &DecodeErrorKind {
        &self.0.kind
    }

    /// The path of the element from the root, such as `page/users/user/balance`; an attribute is the last
    /// segment with an `@` before it.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The byte offset in the answer, counted from 0.
    #[must_use]
    pub fn offset(&self) -> u64 {
        self.0.offset
    }

    /// The line in the answer, counted from 1.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.0.line
    }

    /// The offending value or name, cut to 80 bytes; a mask if the field has the name of a secret.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// The server's own words for success in the same answer, such as `Device created`, where it could not be decoded:
    /// the function was executed.
    #[must_use]
    pub fn success(&self) -> Option<&str> {
        self.0.success.as_deref()
    }

    /// The same error in an answer that states success.
    pub(crate) fn with_success(mut self, words: Option<String>) -> Self {
        self.0.success = words;
        self
    }

    /// The same error with its text and reasons rewritten.
    pub(crate) fn map_texts(mut self, rewrite: &dyn Fn(&str) -> String) -> Self {
        let Inner { kind, path, text, success, .. } = &mut *self.0;
        if let DecodeErrorKind::Malformed(why) | DecodeErrorKind::Read(why) = kind {
            *why = rewrite(why);
        }
        *path = rewrite(path);
        *text = rewrite(text);
        if let Some(words) = success {
            *words = rewrite(words);
        }
        self
    }

    /// Whether more bytes could have made it right.
    pub(crate) fn is_truncation(&self) -> bool {
        self.0.kind == DecodeErrorKind::Truncated
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { kind, path, offset, line, text, .. } = &*self.0;
        match kind {
            DecodeErrorKind::Missing => write!(f, "`{path}` is missing")?,
            DecodeErrorKind::Duplicate => write!(f, "`{path}` stands more than once")?,
            DecodeErrorKind::BadValue(expected) => {
                write!(f, "`{path}` should be {expected}, but is {text:?}")?;
            }
            DecodeErrorKind::UnexpectedElement => {
                write!(f, "`{path}` should hold text only, but holds the element `{text}`")?;
            }
            DecodeErrorKind::WrongRoot(expected) => {
                write!(f, "the document should be `{expected}`, but is `{text}`")?;
            }
            DecodeErrorKind::Truncated => write!(f, "the answer ends in the middle of `{path}`")?,
            DecodeErrorKind::TrailingContent => f.write_str("something follows the end of the document")?,
            DecodeErrorKind::Malformed(why) => write!(f, "`{path}` is not well-formed XML: {why}")?,
            DecodeErrorKind::TooDeep => write!(f, "`{path}` is nested too deeply")?,
            DecodeErrorKind::TooManyAttributes => write!(f, "`{path}` has too many attributes")?,
            DecodeErrorKind::TooMuch => write!(f, "`{path}` and what came before takes too much memory")?,
            DecodeErrorKind::RowTooLarge => {
                write!(f, "a row `{path}`, or what stands beside the rows, is larger than the limit")?;
            }
            DecodeErrorKind::NoRows(first) => {
                write!(f, "`{path}` is not in the response: the list has `{first}` elements instead")?;
            }
            DecodeErrorKind::Read(why) => write!(f, "reading the answer failed: {why}")?,
        }
        write!(f, " (line {line}, byte {offset})")
    }
}

impl core::error::Error for DecodeError {}

/// A place in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) offset: u64,
    pub(crate) line: u64,
}
