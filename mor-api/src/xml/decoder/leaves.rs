//! Fast path: consumes a run of leaf elements (`<name>text</name>`), then advances the decoder past all of them.

use super::memo::Memo;
use super::{Decoder, MAX_DEPTH, Tag, reference};
use crate::xml::error::DecodeError;
use crate::xml::leaf::{Expected, Leaf};
use crate::xml::table::{Match, Table};

/// The leaves that come next.
pub(in crate::xml) struct Leaves<'a> {
    input: &'a str,
    /// Where the next one starts, or its text if its start tag was read with the end of the one before.
    at: usize,
    /// Where the text of the last one ends, if nothing but markup has followed it.
    text_end: Option<usize>,
    /// What is known of the next one, if its start tag was read.
    begun: Option<Begun<'a>>,
    /// The white space before the last one.
    indent: &'a str,
    /// Whether the end tag of the element around them was taken.
    ended: bool,
    memo: Option<Memo<'a>>,
    /// The place in the memo.
    place: usize,
    scratch: String,
}

/// A leaf whose start tag was read.
#[derive(Debug, Clone, Copy)]
struct Begun<'a> {
    name: &'a str,
    found: Match,
    then: usize,
    closed: bool,
}

/// A leaf, and what it is to the table if the memo knows.
pub(in crate::xml) struct Next<'a> {
    pub(in crate::xml) name: &'a str,
    pub(in crate::xml) found: Option<Match>,
    /// As it is in the markup.
    text: &'a str,
    has_references: bool,
    closed: bool,
    /// Where its start tag starts.
    tag: usize,
    /// Where its text starts.
    start: usize,
}

impl<'a> Leaves<'a> {
    fn rest(&self) -> &'a str {
        self.input.get(self.at..).unwrap_or_default()
    }

    /// The next one; it remains to be taken. One of the name that the memo or else `expected` has is found sooner than
    /// others. `None` leaves it to [`Decoder::next`] to tell what comes.
    #[inline]
    pub(in crate::xml) fn peek(&mut self, expected: impl FnOnce() -> &'a str) -> Option<Next<'a>> {
        if let Some(begun) = self.begun.take() {
            return self.peek_text(begun);
        }
        let guess =
            self.memo.as_ref().and_then(|memo| memo.guess(self.place)).filter(|guess| !guess.is_end());
        let name = guess.map_or_else(expected, |guess| guess.name);
        let leaf = Leaf::at_start(self.rest(), Expected { blank: self.indent, name })?;
        let found = guess.filter(|_| leaf.foreseen).map(|guess| (guess.found, guess.then));
        if leaf.blank != self.indent.len() {
            self.indent = self.rest().get(..leaf.blank).unwrap_or_default();
        }
        let tag = self.at + leaf.blank;
        let next = Next {
            name: leaf.name,
            found: found.map(|(found, _)| found),
            text: leaf.text.unwrap_or_default(),
            has_references: leaf.has_references,
            closed: leaf.text.is_none(),
            tag,
            start: tag + leaf.start_len(),
        };
        if let Some((_, then)) = found {
            self.confirm(&next, then);
        }
        Some(next)
    }

    /// The text of a leaf whose start tag was read, if it is one. Otherwise the tag comes again.
    fn peek_text(&mut self, begun: Begun<'a>) -> Option<Next<'a>> {
        let Begun { name, found, then, closed } = begun;
        let tag = self.at - name.len() - if closed { "</>".len() } else { "<>".len() };
        let content = if closed { None } else { Leaf::text_at_start(self.rest(), name) };
        if !closed && content.is_none() {
            (self.at, self.text_end) = (tag, None);
            return None;
        }
        let (text, has_references) = content.map_or(("", false), |text| (text.text, text.has_references));
        self.place = then;
        Some(Next { name, found: Some(found), text, has_references, closed, tag, start: self.at })
    }

    /// A guess was right: moves on to the place after it.
    fn confirm(&mut self, next: &Next<'a>, then: usize) {
        self.join(next);
        self.place = then;
    }

    fn join(&mut self, next: &Next<'a>) {
        let joint = self.text_end.and_then(|end| self.input.get(end..next.start)).unwrap_or_default();
        if let Some(memo) = &mut self.memo {
            memo.join(self.place, joint, next.closed);
        }
    }

    /// Learns what the next one is to the table.
    #[inline]
    pub(in crate::xml) fn learn(&mut self, next: &Next<'a>, found: Match) {
        if self.memo.is_some() {
            self.learn_next(next, found);
        }
    }

    #[cold]
    fn learn_next(&mut self, next: &Next<'a>, found: Match) {
        if let Some(memo) = &mut self.memo {
            let place = memo.learn(self.place, next.name, found);
            self.join(next);
            self.place = place;
        }
    }

    /// The text, its references resolved; `None` if one of them is not valid.
    #[inline]
    pub(in crate::xml) fn text<'t>(&'t mut self, next: &Next<'a>) -> Option<&'t str>
    where
        'a: 't,
    {
        if !next.has_references {
            return Some(next.text);
        }
        self.scratch.clear();
        reference::resolve(next.text, &mut self.scratch)?;
        Some(&self.scratch)
    }

    /// Takes the one that was shown, with the markup after it as far as that is what it was in the last record.
    #[inline]
    pub(in crate::xml) fn take(&mut self, next: &Next<'a>) {
        let text_end = next.start + next.text.len();
        self.text_end = Some(text_end);
        let guess = self
            .memo
            .as_ref()
            .and_then(|memo| memo.guess(self.place))
            .filter(|guess| !guess.joint.is_empty());
        let after = self.input.get(text_end..).unwrap_or_default();
        match guess {
            Some(guess) if after.starts_with(guess.joint) => {
                self.at = text_end + guess.joint.len();
                if guess.is_end() {
                    self.ended = true;
                } else {
                    let (name, found, then, closed) = (guess.name, guess.found, guess.then, guess.closed);
                    self.begun = Some(Begun { name, found, then, closed });
                }
            }
            _ => self.at = text_end + if next.closed { 0 } else { "</>".len() + next.name.len() },
        }
    }

    /// Whether the end of the element around the leaves was taken.
    pub(in crate::xml) fn have_ended(&self) -> bool {
        self.ended
    }

    /// Takes the end of the element around the leaves, if it comes next.
    pub(in crate::xml) fn take_end(&mut self, name: &str) {
        let Some(len) = Leaf::end_at_start(self.rest(), self.indent, name) else { return };
        self.at += len;
        self.ended = true;
        if let (Some(memo), Some(text_end)) = (&mut self.memo, self.text_end) {
            memo.end(self.place, self.input.get(text_end..self.at).unwrap_or_default());
        }
    }
}

impl<'a> Decoder<'a> {
    /// The leaves that come next in an element. Those of a record are compared with the last one of its table; `place` is
    /// where in it they are.
    pub(in crate::xml) fn leaves(&mut self, record: Option<(&'static Table, usize)>) -> Leaves<'a> {
        let memo = record.and_then(|(table, _)| self.memos.take(table));
        // Something else comes first, or the leaves would be too deep.
        let is_none = self.given_back.is_some() || self.open.len() >= MAX_DEPTH;
        Leaves {
            input: if is_none { "" } else { self.input },
            at: self.position,
            text_end: None,
            begun: None,
            indent: self.indent,
            ended: false,
            memo,
            place: record.map_or(0, |(_, place)| place),
            scratch: core::mem::take(&mut self.scratch),
        }
    }

    /// Moves past the leaves that were taken, and past the end of the element around them. Returns the place in the memo.
    pub(in crate::xml) fn pass(&mut self, leaves: Leaves<'a>) -> usize {
        self.position = leaves.at;
        self.indent = leaves.indent;
        self.scratch = leaves.scratch;
        if let Some(memo) = leaves.memo {
            self.memos.keep(memo);
        }
        if leaves.ended {
            self.open.pop();
        }
        leaves.place
    }

    /// Reads the start tag of a leaf that was shown and not taken.
    pub(in crate::xml) fn enter_leaf(&mut self, next: &Next<'a>) -> Result<Tag<'a>, DecodeError> {
        let tag = Tag::plain(next.name, next.tag, next.closed);
        self.position = tag.end();
        self.open(tag)
    }

    /// Reads the text of the element that was just entered, and its end, if it is a leaf without references.
    pub(in crate::xml) fn leaf_text(&mut self, tag: &Tag<'a>) -> Option<&'a str> {
        if tag.closed || !tag.is_plain() || self.position != tag.end() || self.given_back.is_some() {
            return None;
        }
        let text = Leaf::text_at_start(self.rest(), tag.name()).filter(|text| !text.has_references)?;
        self.position += text.end;
        self.open.pop();
        Some(text.text)
    }
}
