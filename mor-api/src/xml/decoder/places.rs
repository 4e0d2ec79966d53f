//! Where in the answer something is, for those who have to mend it: paths, lines, and the errors that tell them.

use quick_xml::errors::{IllFormedError, SyntaxError};

use super::Decoder;
use crate::xml::error::{DecodeError, DecodeErrorKind, MAX_PATH, Position, cut};

impl Decoder<'_> {
    /// The path of the open elements, followed by `below`; the start of it if names are absurdly long.
    pub(crate) fn path_to(&self, below: &str) -> String {
        let mut path = self.origin.path.to_owned();
        for name in self.open.iter().copied().chain((!below.is_empty()).then_some(below)) {
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(cut(name, MAX_PATH));
            if path.len() > MAX_PATH {
                break;
            }
        }
        path
    }

    pub(crate) fn error(&self, kind: DecodeErrorKind, offset: usize, text: &str) -> DecodeError {
        self.error_below("", kind, offset, text)
    }

    pub(crate) fn error_below(
        &self,
        below: &str,
        kind: DecodeErrorKind,
        offset: usize,
        text: &str,
    ) -> DecodeError {
        DecodeError::new(kind, self.path_to(below), self.place(offset), text)
    }

    pub(crate) fn truncated(&self) -> DecodeError {
        self.error(DecodeErrorKind::Truncated, self.input.len(), "")
    }

    /// Positions are computed when somebody asks: counting lines as they pass would cost every answer.
    pub(crate) fn place(&self, offset: usize) -> Position {
        let before = self.input.as_bytes().get(..offset).unwrap_or_default();
        let lines = memchr::memchr_iter(b'\n', before).count() as u64;
        let Position { offset: bytes, line } = self.origin.position;
        Position { offset: bytes + offset as u64, line: line + lines }
    }

    /// Everything that can only mean "the text ended too early" is a truncation: a stream then waits for
    /// more.
    pub(super) fn broken(&self, error: &quick_xml::Error) -> DecodeError {
        let offset = self.offset(self.reader.error_position());
        let from_there = self.input.get(offset..).unwrap_or_default();
        let truncated = match error {
            quick_xml::Error::Syntax(SyntaxError::InvalidBangMarkup) => {
                ["<!--", "<![CDATA[", "<!DOCTYPE"].iter().any(|markup| markup.starts_with(from_there))
            }
            quick_xml::Error::Syntax(_) | quick_xml::Error::IllFormed(IllFormedError::MissingEndTag(_)) => {
                true
            }
            quick_xml::Error::IllFormed(IllFormedError::UnclosedReference) => self.rest().is_empty(),
            _ => false,
        };
        if truncated {
            return self.truncated();
        }
        // Not what was found: in a password that is not escaped, a part of it can look like a tag.
        let why = match error {
            quick_xml::Error::IllFormed(IllFormedError::MismatchedEndTag { expected, .. }) => {
                format!("another end tag where `</{expected}>` should be")
            }
            quick_xml::Error::IllFormed(IllFormedError::UnmatchedEndTag(_)) => {
                "an end tag has no start tag".to_owned()
            }
            other => other.to_string(),
        };
        self.error(DecodeErrorKind::Malformed(why), offset, "")
    }
}
