//! Leaves, which are taken at a glance: one after the other ahead of the reader, which then moves on behind all of them.

use std::borrow::Cow;

use super::{Decoder, MAX_DEPTH, Tag, Token};
use crate::xml::error::DecodeError;
use crate::xml::leaf::{Guess, Leaf};

/// The leaves that come next.
pub(in crate::xml) struct Leaves<'a> {
    /// What stands behind those that were taken.
    rest: &'a str,
    /// The white space before the last one.
    indent: &'a str,
    /// The length of those that were taken.
    taken: usize,
}

impl<'a> Leaves<'a> {
    /// The next one; it remains to be taken. One of this name is found sooner than others. `None` leaves it to
    /// [`Decoder::next`] to say what comes.
    #[inline]
    pub(in crate::xml) fn peek(&mut self, expected: &'a str) -> Option<Leaf<'a>> {
        let leaf = Leaf::at_start(self.rest, Guess { blank: self.indent, name: expected })?;
        if leaf.blank != self.indent.len() {
            self.indent = self.rest.get(..leaf.blank).unwrap_or_default();
        }
        Some(leaf)
    }

    /// Takes the one that was shown.
    pub(in crate::xml) fn take(&mut self, leaf: &Leaf<'a>) {
        let len = leaf.whole_len();
        self.rest = self.rest.get(len..).unwrap_or_default();
        self.taken += len;
    }
}

impl<'a> Decoder<'a> {
    /// The leaves that come next, which is none while the reader is in the middle of something.
    pub(in crate::xml) fn leaves(&self) -> Leaves<'a> {
        let inside = self.behind_text || self.leaf.is_some() || self.given_back.is_some();
        let rest = if inside || self.open.len() >= MAX_DEPTH { "" } else { self.rest() };
        Leaves { rest, indent: self.indent, taken: 0 }
    }

    /// Reads the leaves that were taken.
    pub(in crate::xml) fn pass(&mut self, leaves: &Leaves<'a>) {
        self.indent = leaves.indent;
        self.consume(leaves.taken);
    }

    /// Reads the start tag of the leaf that comes next.
    pub(in crate::xml) fn enter_leaf(&mut self, leaf: Leaf<'a>) -> Result<Tag<'a>, DecodeError> {
        let start = self.position() + leaf.blank;
        self.consume(leaf.blank + leaf.start_len());
        let closed = leaf.text.is_none();
        self.leaf = (!closed).then_some(leaf);
        self.open(Tag { content: leaf.name, name_len: leaf.name.len(), start, closed })
    }

    /// What comes next inside a leaf: its text, unless that is empty or was read, then its end.
    pub(super) fn next_of_leaf(&mut self, leaf: Leaf<'a>) -> Token<'a> {
        match leaf.text {
            Some(text) if !text.is_empty() => {
                self.consume(text.len());
                self.leaf = Some(Leaf { text: None, ..leaf });
                Token::Text(Cow::Borrowed(text))
            }
            _ => {
                self.consume(leaf.end_len());
                self.open.pop();
                Token::End
            }
        }
    }

    /// Reads the text of the element that was just entered, and its end, if it is a leaf.
    pub(in crate::xml) fn leaf_text(&mut self) -> Option<&'a str> {
        let text = self.leaf.as_ref()?.text?;
        let leaf = self.leaf.take()?;
        self.consume(text.len() + leaf.end_len());
        self.open.pop();
        Some(text)
    }
}
