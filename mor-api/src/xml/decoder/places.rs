//! Where in the answer something is, for those who have to mend it: paths, lines, and the errors that tell them.

use super::Decoder;
use crate::xml::error::{DecodeError, DecodeErrorKind, MAX_PATH, Position};
use crate::xml::text::cut;

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

    /// What stands there is no XML.
    pub(super) fn malformed(&self, why: String) -> DecodeError {
        self.error(DecodeErrorKind::Malformed(why), self.position, "")
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
}
