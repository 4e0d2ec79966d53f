//! Fast path: consumes a run of leaf elements (`<name>text</name>`), then advances the decoder past all of them.

use super::memo::{Guess, Memo};
use super::{Decoder, MAX_DEPTH, Tag, reference};
use crate::xml::error::DecodeError;
use crate::xml::leaf::{Expected, Leaf};
use crate::xml::table::{Match, Table};

/// The leaves that come next.
pub(in crate::xml) struct Leaves<'a> {
    input: &'a str,
    /// Where the next one starts.
    at: usize,
    /// The white space before the last one.
    indent: &'a str,
    /// Whether the end tag of the element around them was taken.
    ended: bool,
    memo: Option<Memo<'a>>,
    /// The place in the memo.
    place: usize,
    scratch: String,
}

impl<'a> Leaves<'a> {
    fn rest(&self) -> &'a str {
        self.input.get(self.at..).unwrap_or_default()
    }

    /// What came here in the last record.
    #[inline]
    pub(in crate::xml) fn guess(&self) -> Option<Guess<'a>> {
        self.memo.as_ref().map(|memo| memo.guess(self.place)).filter(|guess| !guess.name.is_empty())
    }

    /// The next one; it remains to be taken. One of the expected name is found sooner than others. `None` leaves it to
    /// [`Decoder::next`] to tell what comes.
    #[inline]
    pub(in crate::xml) fn peek(&mut self, expected: &'a str) -> Option<Leaf<'a>> {
        let rest = self.rest();
        let leaf = Leaf::at_start(rest, Expected { blank: self.indent, name: expected })?;
        if leaf.blank != self.indent.len() {
            self.indent = rest.get(..leaf.blank).unwrap_or_default();
        }
        Some(leaf)
    }

    /// The text of a leaf, its references resolved; `None` if one of them is not valid.
    #[inline]
    pub(in crate::xml) fn text<'t>(&'t mut self, leaf: &Leaf<'a>) -> Option<&'t str>
    where
        'a: 't,
    {
        let text = leaf.text.unwrap_or_default();
        if !leaf.has_references {
            return Some(text);
        }
        self.scratch.clear();
        reference::resolve(text, &mut self.scratch)?;
        Some(&self.scratch)
    }

    /// Takes the leaf that was shown.
    #[inline]
    pub(in crate::xml) fn take(&mut self, leaf: &Leaf<'a>) {
        self.at += leaf.whole_len();
    }

    /// Moves on to the place after a guess that was right.
    #[inline]
    pub(in crate::xml) fn confirm(&mut self, guess: &Guess<'a>) {
        self.place = guess.then;
    }

    /// Learns what came instead of the guess.
    pub(in crate::xml) fn learn(&mut self, name: &'a str, found: Match) {
        if let Some(memo) = &mut self.memo {
            self.place = memo.learn(self.place, name, found);
        }
    }

    /// Whether the end of the element around the leaves was taken.
    pub(in crate::xml) fn have_ended(&self) -> bool {
        self.ended
    }

    /// Takes the end of the element around the leaves, if it comes next.
    pub(in crate::xml) fn take_end(&mut self, name: &str) {
        if let Some(len) = Leaf::end_at_start(self.rest(), self.indent, name) {
            self.at += len;
            self.ended = true;
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

    /// Reads the start tag of the leaf that comes next.
    pub(in crate::xml) fn enter_leaf(&mut self, leaf: &Leaf<'a>) -> Result<Tag<'a>, DecodeError> {
        let tag = Tag::plain(leaf.name, self.position + leaf.blank, leaf.text.is_none());
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
