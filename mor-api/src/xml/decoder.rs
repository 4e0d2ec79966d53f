//! The pull decoder: quick-xml's events over one piece of text, with the path of open elements and the
//! position of everything, and nothing else.

mod leaves;
mod places;

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::error::{DecodeError, DecodeErrorKind, Position};
use super::leaf::Leaf;
use super::refusal::Refusal;

/// Deeper than any answer of MOR (6), far from the end of any stack.
const MAX_DEPTH: usize = 64;

/// What an answer decodes into may take so many times its own size in memory, and a good deal more: a row that is
/// nearly empty is a record with a place for every field.
const MAX_GROWTH: usize = 16;
const MAX_EXTRA: usize = 64 << 20;

/// More findings than anybody reads.
const MAX_UNKNOWN: usize = 1000;

/// The state of decoding one document, or one window of a streamed document.
pub(crate) struct Decoder<'a> {
    reader: Reader<&'a [u8]>,
    input: &'a str,
    /// The bytes of a byte order mark, which the reader swallows without counting them.
    mark: usize,
    open: Vec<&'a str>,
    /// A start tag that was read and given back.
    given_back: Option<Tag<'a>>,
    /// The element on top of the path, when it was recognised as a leaf; the reader is behind its start tag.
    leaf: Option<Leaf<'a>>,
    /// The white space before the last leaf.
    indent: &'a str,
    /// Whether the reader stands behind a text and has markup to read first.
    behind_text: bool,
    origin: Origin<'a>,
    /// Bytes of memory taken by rows and by elements without a field.
    taken: usize,
    /// Elements no field took; collected in strict mode only.
    pub(super) unknown: Option<Vec<Unknown>>,
    /// An `<error>` no field took: the answer is a refusal, whatever else it says.
    pub(super) refusal: Option<Refusal>,
}

/// Where the text at hand lies in the whole answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Origin<'a> {
    /// The path of the elements open before the text starts.
    pub(crate) path: &'a str,
    /// How many they are.
    pub(crate) depth: usize,
    /// Bytes and lines before it.
    pub(crate) position: Position,
}

impl Origin<'_> {
    /// The start of an answer.
    pub(crate) const START: Self = Self { path: "", depth: 0, position: Position { offset: 0, line: 1 } };
}

/// An element of an answer that no field took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// Its path from the root; attributes end in `/@name`, stray text in `/text()`.
    pub path: String,
    /// Its line in the answer, counted from 1.
    pub line: u64,
}

/// A start tag.
#[derive(Clone, Copy)]
pub(crate) struct Tag<'a> {
    /// Name and attributes, as they stand between `<` and `>`.
    content: &'a str,
    name_len: usize,
    /// Where the `<` is.
    pub(crate) start: usize,
    /// Whether it is closed in itself, `<a/>`.
    pub(crate) closed: bool,
}

impl<'a> Tag<'a> {
    pub(crate) fn name(&self) -> &'a str {
        self.content.get(..self.name_len).unwrap_or_default()
    }

    pub(crate) fn attributes(&self) -> &'a str {
        self.content.get(self.name_len..).unwrap_or_default()
    }

    pub(crate) fn content(&self) -> (&'a str, usize) {
        (self.content, self.name_len)
    }
}

/// What comes next inside an element.
pub(crate) enum Token<'a> {
    Start(Tag<'a>),
    Text(Cow<'a, str>),
    /// The end of an element that started in this text.
    End,
    /// The end of an element that was open before this text.
    OuterEnd(&'a str),
    Eof,
}

impl<'a> Decoder<'a> {
    pub(crate) fn new(input: &'a str, origin: Origin<'a>, strict: bool) -> Self {
        Self {
            reader: Reader::from_str(input),
            input,
            mark: if input.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 },
            open: Vec::new(),
            given_back: None,
            leaf: None,
            indent: "",
            behind_text: false,
            origin,
            taken: 0,
            unknown: strict.then(Vec::new),
            refusal: None,
        }
    }

    /// A decoder for a piece from the middle of a document, where elements end that started before it.
    pub(crate) fn window(input: &'a str, origin: Origin<'a>) -> Self {
        let mut decoder = Self::new(input, origin, false);
        decoder.reader.config_mut().allow_unmatched_ends = true;
        decoder
    }

    /// The next start, end or text. An opened element is on the path until its end was read; one that is
    /// closed in itself is on it until [`Decoder::leave`].
    pub(crate) fn next(&mut self) -> Result<Token<'a>, DecodeError> {
        if let Some(tag) = self.given_back.take() {
            self.open.push(tag.name());
            return Ok(Token::Start(tag));
        }
        if let Some(leaf) = self.leaf.take() {
            return Ok(self.next_of_leaf(leaf));
        }
        loop {
            let event = self.reader.read_event().map_err(|error| self.broken(&error))?;
            self.behind_text = matches!(event, Event::Text(_));
            let token = match event {
                Event::Start(start) => Token::Start(self.enter(&start, false)?),
                Event::Empty(start) => Token::Start(self.enter(&start, true)?),
                Event::End(_) if self.open.pop().is_some() => Token::End,
                Event::End(_) => Token::OuterEnd(self.end_name()),
                Event::Text(text) => Token::Text(text.into_inner()),
                Event::CData(text) => Token::Text(text.into_inner()),
                Event::GeneralRef(name) => Token::Text(self.resolve(&name)?),
                Event::Eof => Token::Eof,
                Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::DocType(_) => continue,
            };
            return Ok(token);
        }
    }

    /// Moves the reader on, over bytes that were looked at.
    fn consume(&mut self, bytes: usize) {
        self.reader.stream().consume(bytes);
    }

    /// The name in the end tag that was just read.
    fn end_name(&self) -> &'a str {
        let read = self.input.get(..self.position()).unwrap_or_default();
        let name = read.rsplit_once("</").map_or("", |(_, name)| name);
        name.trim_end_matches('>').trim_end()
    }

    fn enter(&mut self, start: &BytesStart<'_>, closed: bool) -> Result<Tag<'a>, DecodeError> {
        let brackets = if closed { "</>".len() } else { "<>".len() };
        let start_offset = self.position().saturating_sub(start.len() + brackets);
        let content = self.input.get(start_offset + 1..start_offset + 1 + start.len()).unwrap_or_default();
        self.open(Tag { content, name_len: start.name().as_ref().len(), start: start_offset, closed })
    }

    fn open(&mut self, tag: Tag<'a>) -> Result<Tag<'a>, DecodeError> {
        self.open.push(tag.name());
        if self.open.len() > MAX_DEPTH {
            return Err(self.error(DecodeErrorKind::TooDeep, tag.start, ""));
        }
        Ok(tag)
    }

    /// Only the five entities of XML and character references exist: what a document type declares is
    /// ignored, so nothing can grow by expansion.
    fn resolve(&self, name: &quick_xml::events::BytesRef<'a>) -> Result<Cow<'a, str>, DecodeError> {
        if let Ok(Some(character)) = name.resolve_char_ref() {
            return Ok(Cow::Owned(character.to_string()));
        }
        quick_xml::escape::resolve_xml_entity(name).map(Cow::Borrowed).ok_or_else(|| {
            let why = "it uses an entity that XML does not define".to_owned();
            self.error(DecodeErrorKind::Malformed(why), self.position(), name)
        })
    }

    /// Reads to the end of the element on top of the path without looking inside.
    pub(crate) fn skip(&mut self, tag: &Tag<'a>) -> Result<(), DecodeError> {
        if self.leaf_text().is_some() {
            return Ok(());
        }
        if !tag.closed {
            let (content, name_len) = tag.content();
            let start = BytesStart::from_content(content, name_len);
            self.reader.read_to_end(start.name()).map_err(|error| self.broken(&error))?;
            self.behind_text = false;
        }
        self.open.pop();
        Ok(())
    }

    /// Reads to the end of elements until only `depth` are open.
    pub(crate) fn close_to(&mut self, depth: usize) -> Result<(), DecodeError> {
        while self.open.len() > depth {
            match self.next()? {
                Token::Start(tag) if tag.closed => self.leave(),
                Token::Eof => return Err(self.truncated()),
                _ => {}
            }
        }
        Ok(())
    }

    /// Skips what was left unread of the element of this tag, around which `outside` elements are open.
    pub(crate) fn close(&mut self, tag: &Tag<'_>, outside: usize) -> Result<(), DecodeError> {
        if self.open.len() > outside {
            if tag.closed { self.leave() } else { self.close_to(outside)? }
        }
        Ok(())
    }

    /// Gives back a start tag that was just read: it comes again.
    pub(crate) fn push_back(&mut self, tag: Tag<'a>) {
        self.open.pop();
        self.given_back = Some(tag);
    }

    /// The innermost open element.
    pub(crate) fn innermost(&self) -> Option<&'a str> {
        self.open.last().copied()
    }

    /// Takes an element that is closed in itself off the path.
    pub(crate) fn leave(&mut self) {
        self.open.pop();
    }

    /// Notes that an element that was open before this text has ended.
    pub(crate) fn leave_outer(&mut self) {
        self.origin.depth = self.origin.depth.saturating_sub(1);
        self.origin.path = self.origin.path.rsplit_once('/').map_or("", |(path, _)| path);
    }

    /// Open elements of this text.
    pub(crate) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether exactly these elements are open.
    pub(crate) fn path_is(&self, path: &[&str]) -> bool {
        self.open == path
    }

    /// Open elements of the whole answer.
    pub(crate) fn depth_in_answer(&self) -> usize {
        self.origin.depth + self.open.len()
    }

    /// The bytes of the input read so far.
    pub(crate) fn position(&self) -> usize {
        self.offset(self.reader.buffer_position())
    }

    /// Where a position of the reader is in the input.
    fn offset(&self, position: u64) -> usize {
        let position = usize::try_from(position).unwrap_or(usize::MAX);
        position.saturating_add(self.mark).min(self.input.len())
    }

    /// The text from an offset to where reading has come.
    pub(crate) fn read_since(&self, start: usize) -> &'a str {
        self.input.get(start..self.position()).unwrap_or_default()
    }

    /// The offset in the whole answer of an offset in this text.
    pub(crate) fn offset_in_answer(&self, offset: usize) -> u64 {
        self.origin.position.offset + offset as u64
    }

    /// The text that is still to be read.
    pub(crate) fn rest(&self) -> &'a str {
        self.input.get(self.position()..).unwrap_or_default()
    }

    /// Accounts for memory that is taken for the element on top of the path, beyond the texts in it.
    pub(crate) fn charge(&mut self, bytes: usize) -> Result<(), DecodeError> {
        self.taken = self.taken.saturating_add(bytes);
        if self.taken > self.input.len().saturating_mul(MAX_GROWTH).saturating_add(MAX_EXTRA) {
            return Err(self.error(DecodeErrorKind::TooMuch, self.position(), ""));
        }
        Ok(())
    }

    pub(crate) fn note_unknown(&mut self, below: &str, offset: usize) {
        if self.unknown.as_ref().is_none_or(|unknown| unknown.len() >= MAX_UNKNOWN) {
            return;
        }
        let (path, line) = (self.path_to(below), self.place(offset).line);
        if let Some(unknown) = &mut self.unknown {
            unknown.push(Unknown { path, line });
        }
    }
}
