//! What quick-xml reads: markup that is neither a tag nor a text, and elements that nobody looks into. Each time it reads
//! from where the decoder stands, and knows nothing of what was before.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::errors::{IllFormedError, SyntaxError};
use quick_xml::events::{BytesRef, Event};

use super::{Decoder, Tag};
use crate::xml::error::{DecodeError, DecodeErrorKind};

impl<'a> Decoder<'a> {
    /// Reads a comment, a document type, a CDATA section or a reference. The last two are texts.
    pub(super) fn by_reader(&mut self) -> Result<Option<Cow<'a, str>>, DecodeError> {
        let start = self.position;
        let mut reader = Reader::from_str(self.rest());
        let event = reader.read_event().map_err(|error| self.broken(&error, &reader, start))?;
        self.position += bytes(reader.buffer_position());
        match event {
            Event::CData(text) => Ok(Some(text.into_inner())),
            Event::GeneralRef(name) => self.resolve(&name).map(Some),
            _ => Ok(None),
        }
    }

    /// Reads to the end of the element on top of the path without looking inside.
    pub(crate) fn skip(&mut self, tag: &Tag<'a>) -> Result<(), DecodeError> {
        if self.leaf_text(tag).is_some() {
            return Ok(());
        }
        if !tag.closed {
            let mut reader = Reader::from_str(self.input.get(tag.start..).unwrap_or_default());
            let end = reader.read_event().and_then(|event| match event {
                Event::Start(start) => reader.read_to_end(start.name()).map(drop),
                // It is a start tag.
                _ => Ok(()),
            });
            end.map_err(|error| self.broken(&error, &reader, tag.start))?;
            self.position = tag.start + bytes(reader.buffer_position());
        }
        self.open.pop();
        Ok(())
    }

    /// Only the five entities of XML and character references exist: what a document type declares is
    /// ignored, so nothing can grow by expansion.
    fn resolve(&self, name: &BytesRef<'a>) -> Result<Cow<'a, str>, DecodeError> {
        if let Ok(Some(character)) = name.resolve_char_ref() {
            return Ok(Cow::Owned(character.to_string()));
        }
        quick_xml::escape::resolve_xml_entity(name).map(Cow::Borrowed).ok_or_else(|| {
            let why = "it uses an entity that XML does not define".to_owned();
            self.error(DecodeErrorKind::Malformed(why), self.position, name)
        })
    }

    /// The error of a reader that started there. Everything that can only mean "the text ended too early" is a truncation:
    /// a stream then waits for more.
    fn broken(&self, error: &quick_xml::Error, reader: &Reader<&[u8]>, start: usize) -> DecodeError {
        let offset = start.saturating_add(bytes(reader.error_position())).min(self.input.len());
        let from_there = self.input.get(offset..).unwrap_or_default();
        let truncated = match error {
            quick_xml::Error::Syntax(SyntaxError::InvalidBangMarkup) => {
                ["<!--", "<![CDATA[", "<!DOCTYPE"].iter().any(|markup| markup.starts_with(from_there))
            }
            quick_xml::Error::Syntax(_) | quick_xml::Error::IllFormed(IllFormedError::MissingEndTag(_)) => {
                true
            }
            quick_xml::Error::IllFormed(IllFormedError::UnclosedReference) => {
                start.saturating_add(bytes(reader.buffer_position())) >= self.input.len()
            }
            _ => false,
        };
        if truncated {
            return self.truncated();
        }
        let why = match error {
            quick_xml::Error::IllFormed(IllFormedError::MismatchedEndTag { expected, .. }) => {
                mismatch(expected)
            }
            other => other.to_string(),
        };
        self.error(DecodeErrorKind::Malformed(why), offset, "")
    }
}

/// Not what was found instead: in a password that is not escaped, a part of it can look like a tag.
pub(super) fn mismatch(expected: &str) -> String {
    format!("another end tag where `</{expected}>` should be")
}

/// A position of the reader.
fn bytes(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}
