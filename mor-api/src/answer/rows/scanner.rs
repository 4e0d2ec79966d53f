//! Finds rows in a document that arrives piece by piece; the part that does not depend on
//! the row's type.

use super::path::RowOptions;
use crate::answer::charset::Converter;
use crate::answer::sniff::excerpt;
use crate::xml::decoder::{Decoder, Origin, Tag, Token};
use crate::xml::document::{expect_end, root_tag};
use crate::xml::element::Element;
use crate::xml::error::Position;
use crate::xml::refusal;
use crate::xml::text::is_blank;
use crate::{AnswerError, DecodeError, DecodeErrorKind, Refusal, Unexpected};

/// More bytes than any row, or anything between rows, of a MOR answer has.
pub(crate) const MAX_ROW: usize = 16 << 20;

/// Up to this size a row that is not complete is looked at whenever a piece arrives. A larger one must have grown by
/// half, or looking would take time by the square of its size.
const EAGER: usize = 16 << 10;

/// Reads a row to its end. It may be called again for the same row, when that was not complete.
pub(super) type Visit<'v> = dyn FnMut(&mut Element<'_, '_>) -> Result<(), DecodeError> + 'v;

/// Bytes that were not decoded yet, and where in the document they lie.
pub(super) struct Scanner {
    path: Vec<String>,
    /// From this place of the path on, elements may be missing when there are no rows.
    optional: usize,
    converter: Converter,
    pending: Vec<u8>,
    /// How many bytes must be pending before it makes sense to look at them.
    enough: usize,
    max_row: usize,
    position: Position,
    options: RowOptions,
    /// The name of the first element of the list that is not a row.
    others: Option<String>,
    has_rows: bool,
    stage: Stage,
    refusal: Option<Refusal>,
    ended: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The element around the rows has not started.
    Before,
    /// Inside the element around the rows.
    Rows,
    /// Behind it, with this many elements still open.
    After(usize),
    /// The document has ended, or it is broken.
    Done,
}

/// Why a window was not read to its end.
enum Stop {
    /// What remains is the start of something.
    NeedMore,
    Broken(DecodeError),
}

impl From<DecodeError> for Stop {
    fn from(error: DecodeError) -> Self {
        if error.is_truncation() { Self::NeedMore } else { Self::Broken(error) }
    }
}

impl Scanner {
    pub(super) fn new(path: &str, options: RowOptions, max_row: usize) -> Self {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        let optional = segments.iter().position(|segment| segment.ends_with('?'));
        Self {
            optional: optional.unwrap_or(segments.len()),
            path: segments.iter().map(|segment| segment.trim_end_matches('?').to_owned()).collect(),
            converter: Converter::default(),
            pending: Vec::new(),
            enough: 0,
            max_row,
            position: Origin::START.position,
            options,
            others: None,
            has_rows: false,
            stage: Stage::Before,
            refusal: None,
            ended: false,
        }
    }

    pub(super) fn set_max_row(&mut self, bytes: usize) {
        self.max_row = bytes;
    }

    pub(super) fn push(&mut self, bytes: &[u8]) {
        if self.stage != Stage::Done {
            self.converter.push(bytes, &mut self.pending);
        }
    }

    pub(super) fn end(&mut self) {
        self.converter.end(&mut self.pending);
        self.ended = true;
    }

    pub(super) fn is_done(&self) -> bool {
        self.stage == Stage::Done
    }

    pub(super) fn path(&self) -> String {
        self.path.join("/")
    }

    pub(super) fn read_failed(&mut self, error: &std::io::Error) -> AnswerError {
        self.stage = Stage::Done;
        AnswerError::Decode(self.error(DecodeErrorKind::Read(error.to_string())))
    }

    /// Decodes the rows that are complete among the pending bytes.
    pub(super) fn advance(&mut self, visit: &mut Visit<'_>) -> Result<(), AnswerError> {
        if self.stage == Stage::Done || (self.pending.len() < self.enough && !self.ended) {
            return Ok(());
        }
        let result = self.read_pending(visit);
        if result.is_err() {
            self.stage = Stage::Done;
        }
        if self.stage == Stage::Done
            && let Some(refusal) = self.refusal.take()
        {
            return Err(AnswerError::Refused(refusal));
        }
        result
    }

    fn read_pending(&mut self, visit: &mut Visit<'_>) -> Result<(), AnswerError> {
        let pending = core::mem::take(&mut self.pending);
        let (text, rest) = valid_prefix(&pending);
        let mut used = 0;
        let stop = loop {
            let window = text.get(used..).unwrap_or_default();
            let before = self.stage == Stage::Before;
            let (count, stop) = if before { self.find_rows(window) } else { self.read_window(window, visit) };
            used += count;
            self.pass(window.get(..count).unwrap_or_default());
            if !before || stop.is_err() {
                break stop;
            }
        };
        let bad = self.position.offset.saturating_add((text.len() - used) as u64);
        let bad = usize::try_from(bad).unwrap_or(usize::MAX);
        self.pending = pending;
        self.pending.drain(..used);
        let left = self.pending.len();
        self.enough = if left < EAGER { 0 } else { left.saturating_add(left / 2).min(self.max_row) };
        match (stop, rest) {
            (Err(Stop::Broken(error)), _) => Err(error.into()),
            (Err(Stop::NeedMore), Rest::Fine | Rest::Incomplete) if self.ended => {
                Err(self.error(DecodeErrorKind::Truncated).into())
            }
            (_, Rest::Incomplete) if !self.ended => self.bounded(),
            (_, Rest::Broken | Rest::Incomplete) => Err(Unexpected::NotUtf8(bad).into()),
            (_, Rest::Nul) => Err(Unexpected::Nul(bad).into()),
            (_, Rest::Fine) => self.bounded(),
        }
    }

    /// What is not decoded yet must not grow without end.
    fn bounded(&self) -> Result<(), AnswerError> {
        if self.pending.len() <= self.max_row {
            return Ok(());
        }
        Err(DecodeError::new(DecodeErrorKind::RowTooLarge, self.path(), self.position, "").into())
    }

    /// Moves on behind a text that is done with.
    fn pass(&mut self, text: &str) {
        self.position.offset += text.len() as u64;
        self.position.line += memchr::memchr_iter(b'\n', text.as_bytes()).count() as u64;
    }

    /// Reads to the start of the element around the rows.
    fn find_rows(&mut self, text: &str) -> (usize, Result<(), Stop>) {
        let mut decoder = Decoder::new(text, Origin { position: self.position, ..Origin::START }, false);
        match self.enter_parents(&mut decoder) {
            Ok(stage) => {
                self.refusal = decoder.refusal.take();
                self.stage = stage;
                (decoder.position(), Ok(()))
            }
            // Only the whole document tells a refusal from another kind of answer.
            Err(_) if !self.ended => (0, Err(Stop::NeedMore)),
            Err(error) => {
                self.refusal = refusal::find(text);
                (0, Err(Stop::Broken(error)))
            }
        }
    }

    fn enter_parents(&self, decoder: &mut Decoder<'_>) -> Result<Stage, DecodeError> {
        let parents = self.path.get(..self.path.len().saturating_sub(1)).unwrap_or_default();
        let mut tag = root_tag(decoder)?;
        if parents.first().is_none_or(|root| root != tag.name()) {
            let root = parents.first().cloned().unwrap_or_default();
            let kind = DecodeErrorKind::WrongRoot(root.into());
            return Err(decoder.error(kind, tag.start, tag.name()));
        }
        let mut found = decoder.depth();
        while decoder.depth() < parents.len() {
            if tag.closed {
                decoder.leave();
            }
            tag = match next_parent(decoder, parents) {
                Ok(tag) => tag,
                Err(error) if *error.kind() == DecodeErrorKind::Missing && found >= self.optional => {
                    return Ok(Stage::After(0));
                }
                Err(error) => return Err(error),
            };
            found = found.max(decoder.depth());
        }
        Ok(if tag.closed { Stage::After(parents.len() - 1) } else { Stage::Rows })
    }

    /// Reads rows, and what stands between and behind them.
    fn read_window(&mut self, text: &str, visit: &mut Visit<'_>) -> (usize, Result<(), Stop>) {
        let open = self.open();
        let path = self.path.get(..open).unwrap_or_default().join("/");
        let mut decoder = Decoder::window(text, Origin { path: &path, depth: open, position: self.position });
        let mut used = 0;
        let result = loop {
            match self.read_one(&mut decoder, visit) {
                // Noted now: what is not complete will be read again.
                Ok(true) => {
                    used = decoder.position();
                    self.note(decoder.refusal.take());
                }
                Ok(false) => break Ok(()),
                Err(error) => break Err(Stop::from(error)),
            }
        };
        if self.ended || matches!(result, Err(Stop::Broken(_))) {
            self.note(decoder.refusal.take());
        }
        let at_end = used == text.len();
        match result {
            Ok(()) if self.ended && self.stage == Stage::After(0) => {
                self.stage = Stage::Done;
                (used, Ok(()))
            }
            Ok(()) if !at_end || self.ended => (used, Err(Stop::NeedMore)),
            result => (used, result),
        }
    }

    /// Whether an element inside `open` others is the one around the rows, or on the way to it.
    fn is_list(&self, open: usize, name: &str) -> bool {
        self.path.len() > open + 1 && self.path.get(open).is_some_and(|expected| expected == name)
    }

    fn note(&mut self, found: Option<Refusal>) {
        match (&mut self.refusal, found) {
            (Some(refusal), Some(later)) => refusal.extend(&later),
            (none @ None, found) => *none = found,
            (Some(_), None) => {}
        }
    }

    /// Elements open where the next window starts.
    fn open(&self) -> usize {
        match self.stage {
            Stage::Rows => self.path.len().saturating_sub(1),
            Stage::After(open) => open,
            Stage::Before | Stage::Done => 0,
        }
    }

    /// One row, or one thing between rows; false at the end of the window.
    fn read_one(&mut self, decoder: &mut Decoder<'_>, visit: &mut Visit<'_>) -> Result<bool, DecodeError> {
        let offset = decoder.position();
        let trailing = |decoder: &Decoder<'_>, text: &str| {
            // White space before it may have been in another window.
            let offset = offset + text.len() - text.trim_start().len();
            Err(decoder.error(DecodeErrorKind::TrailingContent, offset, text.trim()))
        };
        match decoder.next()? {
            Token::Eof => return Ok(false),
            Token::Start(tag) if self.stage == Stage::After(0) => return trailing(decoder, tag.name()),
            Token::Text(text) if self.stage == Stage::After(0) && !is_blank(&text) => {
                return trailing(decoder, &text);
            }
            Token::Start(tag)
                if self.stage == Stage::Rows && self.path.last().is_some_and(|row| row == tag.name()) =>
            {
                let mut row = Element::new(decoder, tag);
                if self.options.trim {
                    row.trim_texts();
                }
                visit(&mut row)?;
                self.has_rows = true;
            }
            Token::Start(tag) if refusal::is_refusal(tag.name(), decoder.depth_in_answer()) => {
                refusal::read(decoder, &tag)?;
            }
            // A second list would be lost.
            Token::Start(tag) if matches!(self.stage, Stage::After(open) if self.is_list(open, tag.name())) =>
            {
                return Err(decoder.error(DecodeErrorKind::Duplicate, tag.start, ""));
            }
            Token::Start(tag) => {
                if self.stage == Stage::Rows && self.others.is_none() {
                    self.others = Some(excerpt(tag.name()));
                }
                refusal::skip(decoder, &tag)?;
            }
            Token::OuterEnd(name) => {
                let open = self.open();
                if open == 0 || self.path.get(open - 1).is_none_or(|expected| expected != name) {
                    let why = "an end tag has no start tag".to_owned();
                    return Err(decoder.error(DecodeErrorKind::Malformed(why), offset, name));
                }
                self.expect_rows(offset)?;
                self.stage = Stage::After(open - 1);
                decoder.leave_outer();
            }
            Token::Text(_) | Token::End => {}
        }
        Ok(true)
    }

    /// A path that nobody declared may be wrong: then the list has elements, but no rows.
    fn expect_rows(&self, offset: usize) -> Result<(), DecodeError> {
        match &self.others {
            Some(name) if self.stage == Stage::Rows && self.options.checked && !self.has_rows => {
                let position = Position { offset: self.position.offset + offset as u64, ..self.position };
                Err(DecodeError::new(DecodeErrorKind::NoRows(name.clone()), self.path(), position, ""))
            }
            _ => Ok(()),
        }
    }

    fn error(&self, kind: DecodeErrorKind) -> DecodeError {
        let path = self.path.get(..self.open()).unwrap_or_default().join("/");
        DecodeError::new(kind, path, self.position, "")
    }
}

/// Reads to the start of the next element on the way to the rows.
fn next_parent<'a>(decoder: &mut Decoder<'a>, parents: &[String]) -> Result<Tag<'a>, DecodeError> {
    loop {
        if decoder.depth() == 0 {
            expect_end(decoder)?;
            let kind = DecodeErrorKind::Missing;
            return Err(decoder.error_below(&parents.join("/"), kind, decoder.position(), ""));
        }
        let wanted = parents.get(decoder.depth());
        match decoder.next()? {
            Token::Start(child) if wanted.is_some_and(|name| name == child.name()) => return Ok(child),
            Token::Start(child) if refusal::is_refusal(child.name(), decoder.depth()) => {
                refusal::read(decoder, &child)?;
            }
            Token::Start(child) => refusal::skip(decoder, &child)?,
            Token::Eof => return Err(decoder.truncated()),
            Token::End | Token::Text(_) | Token::OuterEnd(_) => {}
        }
    }
}

/// What follows the part of the bytes that is a text.
enum Rest {
    /// Nothing.
    Fine,
    /// The start of a character.
    Incomplete,
    /// Something that is not UTF-8.
    Broken,
    /// A character that no XML has.
    Nul,
}

fn valid_prefix(bytes: &[u8]) -> (&str, Rest) {
    // `contains` is the faster search, and as a rule the only one.
    let has_nul = memchr::memchr(0, bytes).is_some();
    let bytes = if has_nul { bytes.split(|byte| *byte == 0).next().unwrap_or_default() } else { bytes };
    match core::str::from_utf8(bytes) {
        Ok(text) if has_nul => (text, Rest::Nul),
        Ok(text) => (text, Rest::Fine),
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let rest = if error.error_len().is_none() { Rest::Incomplete } else { Rest::Broken };
            (core::str::from_utf8(valid).unwrap_or_default(), rest)
        }
    }
}
