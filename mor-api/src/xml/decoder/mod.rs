//! The pull decoder: tags and texts of one piece of text, with the path of open elements and the position of
//! everything, and nothing else.
//!
//! It cuts tags and texts itself, since answers consist of little else. The rest of XML (comments, CDATA sections,
//! document types, references, attributes) and what nobody wants to see is left to quick-xml.

mod by_reader;
mod leaves;
mod memo;
mod places;
mod reference;
mod tag;

use std::borrow::Cow;

use super::bytes::is_blank;
use super::error::{DecodeError, DecodeErrorKind, Position};
use super::refusal::Refusal;
use super::text::end_of;
use memo::Memos;
pub(crate) use tag::Tag;

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
    input: &'a str,
    /// The bytes read so far.
    position: usize,
    open: Vec<&'a str>,
    /// Whether elements may end that started before this text.
    is_window: bool,
    /// A start tag that was read and given back.
    given_back: Option<Tag<'a>>,
    /// The white space before the last leaf.
    indent: &'a str,
    /// What the last records looked like.
    memos: Memos<'a>,
    /// The text of a leaf with references in it.
    scratch: String,
    origin: Origin<'a>,
    /// Bytes of memory taken by rows and by elements without a field.
    taken: usize,
    /// Elements no field took; collected in strict mode only.
    pub(super) unknown: Option<Vec<Unknown>>,
    /// An `<error>` no field took: the answer is a refusal, whatever else it says.
    pub(crate) refusal: Option<Refusal>,
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
            input,
            position: if input.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 },
            open: Vec::new(),
            is_window: false,
            given_back: None,
            indent: "",
            memos: Memos::default(),
            scratch: String::new(),
            origin,
            taken: 0,
            unknown: strict.then(Vec::new),
            refusal: None,
        }
    }

    /// A decoder for a piece from the middle of a document, where elements end that started before it.
    pub(crate) fn window(input: &'a str, origin: Origin<'a>) -> Self {
        Self { position: 0, is_window: true, ..Self::new(input, origin, false) }
    }

    /// The next start, end or text. An opened element is on the path until its end was read; one that is
    /// closed in itself is on it until [`Decoder::leave`].
    pub(crate) fn next(&mut self) -> Result<Token<'a>, DecodeError> {
        if let Some(tag) = self.given_back.take() {
            self.open.push(tag.name());
            return Ok(Token::Start(tag));
        }
        loop {
            let rest = self.rest();
            match rest.as_bytes() {
                [] => return Ok(Token::Eof),
                [b'<', b'/', ..] => return self.end(),
                [b'<', b'?', ..] => self.skip_instruction()?,
                [b'<', b'!', ..] | [b'&', ..] => {
                    if let Some((character, length)) = reference::at_start(rest) {
                        self.position += length;
                        return Ok(Token::Text(Cow::Owned(character.into())));
                    }
                    if let Some(text) = self.by_reader()? {
                        return Ok(Token::Text(text));
                    }
                }
                [b'<', ..] => return self.start().map(Token::Start),
                bytes => {
                    let len = memchr::memchr2(b'<', b'&', bytes).unwrap_or(bytes.len());
                    self.position += len;
                    return Ok(Token::Text(Cow::Borrowed(rest.get(..len).unwrap_or_default())));
                }
            }
        }
    }

    fn start(&mut self) -> Result<Tag<'a>, DecodeError> {
        let Some(tag) = Tag::at(self.input, self.position) else { return Err(self.truncated()) };
        if tag.name().contains('/') {
            return Err(self.malformed("a start tag with a `/` in its name".to_owned()));
        }
        self.position = tag.end();
        self.open(tag)
    }

    fn open(&mut self, tag: Tag<'a>) -> Result<Tag<'a>, DecodeError> {
        self.open.push(tag.name());
        if self.open.len() > MAX_DEPTH {
            return Err(self.error(DecodeErrorKind::TooDeep, tag.start, ""));
        }
        Ok(tag)
    }

    fn end(&mut self) -> Result<Token<'a>, DecodeError> {
        let Some((name, end)) = tag::end_at(self.input, self.position) else { return Err(self.truncated()) };
        let token = match self.open.last() {
            Some(open) if *open == name => Token::End,
            None if self.is_window => Token::OuterEnd(name),
            Some(open) => return Err(self.malformed(by_reader::mismatch(open))),
            None => return Err(self.malformed("an end tag has no start tag".to_owned())),
        };
        self.open.pop();
        self.position = end;
        Ok(token)
    }

    /// Most answers start with one, the XML declaration. Their encoding was dealt with before.
    fn skip_instruction(&mut self) -> Result<(), DecodeError> {
        match self.input.get(self.position + "<".len()..).and_then(|content| end_of(content, "?>")) {
            None => Err(self.truncated()),
            Some(end) if end == "?>".len() => Err(self.malformed("an instruction without a name".to_owned())),
            Some(end) => {
                self.position += "<".len() + end;
                Ok(())
            }
        }
    }

    /// Moves on behind white space, if a tag or other markup follows.
    pub(crate) fn skip_blank(&mut self) {
        let rest = self.rest().as_bytes();
        if let Some(len) = rest.iter().position(|byte| !is_blank(*byte))
            && rest.get(len) == Some(&b'<')
        {
            self.position += len;
        }
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
        self.position
    }

    /// The text from an offset to where reading has come.
    pub(crate) fn read_since(&self, start: usize) -> &'a str {
        self.input.get(start..self.position).unwrap_or_default()
    }

    /// The offset in the whole answer of an offset in this text.
    pub(crate) fn offset_in_answer(&self, offset: usize) -> u64 {
        self.origin.position.offset + offset as u64
    }

    /// The text that is still to be read.
    pub(crate) fn rest(&self) -> &'a str {
        self.input.get(self.position..).unwrap_or_default()
    }

    /// Accounts for memory that is taken for the element on top of the path, beyond the texts in it.
    pub(crate) fn charge(&mut self, bytes: usize) -> Result<(), DecodeError> {
        self.taken = self.taken.saturating_add(bytes);
        if self.taken > self.input.len().saturating_mul(MAX_GROWTH).saturating_add(MAX_EXTRA) {
            return Err(self.error(DecodeErrorKind::TooMuch, self.position, ""));
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
